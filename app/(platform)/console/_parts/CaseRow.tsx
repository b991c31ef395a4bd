import { useLocale, useTranslations } from 'next-intl'
import type { QueuedCase } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { say } from '#app/_ui/say.ts'
import { shownName } from '#app/_ui/wallet/MemberName.tsx'

type Shown = Omit<QueuedCase, 'mine'> & { mine?: boolean }

/** A case in a list: what it is about, why, since when, and who looks at it. */
export function CaseRow({ one, now }: { one: Shown; now: number }) {
  const t = useTranslations('platform.queue')
  const locale = useLocale()
  const { id, kind, status, outcome, space, quest, title, reports, openedAt, resolvedAt, taker, mine, appeal } = one
  const said = Object.entries(reports) as [keyof typeof reports, number][]
  return (
    <li data-case={kind} data-space={space.slug} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-4">
      <div className="min-w-0 flex-1 basis-72">
        <SiteLink href={`/console/cases/${id}`} className="font-medium [overflow-wrap:anywhere] underline-offset-4 hover:underline">
          {t(`kind.${kind}`)}: {quest ? (title ? say(title, locale) : quest) : space.name}
        </SiteLink>
        <p className="text-[0.9375rem] text-muted [overflow-wrap:anywhere]">
          {quest ? `${space.name} · ${quest}` : space.slug}
          {said.length > 0 && ` · ${said.map(([reason, count]) => t('said', { reason: t(`reason.${reason}`), count })).join(', ')}`}
        </p>
        {appeal !== null && kind === 'appeal' && <p className="line-clamp-2 text-[0.9375rem] text-muted">“{appeal}”</p>}
      </div>
      <p className="text-[0.875rem] text-faint">
        <Ago at={resolvedAt ?? openedAt} now={now} />
      </p>
      {status === 'resolved' ? (
        <Tag>{t(`outcome.${outcome ?? 'dismissed'}`)}</Tag>
      ) : (
        <Tag tone={mine ? 'accent' : status === 'open' ? 'bad' : 'plain'}>
          {mine ? t('mine') : taker ? t('takenBy', { name: shownName(taker) }) : t('open')}
        </Tag>
      )}
    </li>
  )
}
