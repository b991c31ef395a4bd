import { useFormatter, useTranslations } from 'next-intl'
import type { TeamMember } from '#app/_data/views.ts'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { MemberName, shownName } from '#app/_ui/wallet/MemberName.tsx'
import { ChangeMember } from './ChangeMember.tsx'

/** Somebody of the team, and the way to change that place for who may. */
export function MemberRow({ space, member }: { space: string; member: TeamMember }) {
  const t = useTranslations('team')
  const tRole = useTranslations('studio.role')
  const format = useFormatter()
  const { handle, wallet, accountId, role, since, me, may } = member
  const name = handle ?? wallet ?? accountId
  return (
    <li data-member={wallet ?? accountId} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4">
      <div className="min-w-0 flex-1 basis-36">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <MemberName name={name} className="font-medium break-words" />
          {me && <Tag>{t('you')}</Tag>}
        </p>
        <p className="text-[0.875rem] text-faint">
          {handle !== null && wallet !== null && <span className="font-mono text-[0.8125rem]">{shownName(wallet)} · </span>}
          {t('since', { date: format.dateTime(new Date(since), { dateStyle: 'medium' }) })}
        </p>
      </div>
      <div className="flex items-center gap-3">
        <Tag tone={role === 'owner' ? 'accent' : 'plain'}>{tRole(role)}</Tag>
        {may.roles.length > 0 && <ChangeMember space={space} member={{ accountId, role, may }} name={shownName(name)} />}
      </div>
    </li>
  )
}
