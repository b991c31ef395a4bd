import { useLocale, useTranslations } from 'next-intl'
import type { CredentialView } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { Cube } from '#app/_ui/credential/Cube.tsx'
import { solidityOf } from '#app/_ui/credential/lifecycle.ts'
import { isCategory } from '#app/_ui/credential/mineral.ts'
import { StateTag } from '#app/_ui/credential/StateTag.tsx'
import { say } from '#app/_ui/say.ts'
import { HideButton } from './HideButton.tsx'

type Props = { credential: CredentialView; at: string; mine: boolean; now: number }

/** One credential: stone, quest, space, state, time. One that is in no batch yet has no page of its own and leads to its quest. */
export function TimelineRow({ credential, at, mine, now }: Props) {
  const t = useTranslations('reputation.timeline')
  const tCredential = useTranslations('credential')
  const locale = useLocale()
  const { id, quest, space, hidden, index, state } = credential
  const title = say(quest.title, locale)
  const hide = hidden
    ? { words: t('show'), label: t('showOne', { quest: title }) }
    : { words: t('hide'), label: t('hideOne', { quest: title }) }
  return (
    <li id={id} className="flex scroll-mt-24 items-center gap-4 px-4 py-3.5">
      <Cube
        quest={quest.slug}
        category={isCategory(quest.category) ? quest.category : 'infrastructure'}
        holder={credential.holder.wallet}
        solidity={solidityOf(state)}
        className={`h-14 shrink-0 ${hidden ? 'opacity-50' : ''}`}
      />
      <div className="min-w-0 flex-1">
        <SiteLink
          href={index === null ? `/quests/${quest.slug}` : `/explorer/credentials/${index}`}
          className="font-semibold underline-offset-4 hover:underline"
        >
          {title}
        </SiteLink>
        <p className="mt-0.5 text-sm text-muted">
          {space.name} · {tCredential('points', { count: quest.points })}
          {credential.serial !== null && ` · ${tCredential('serial', { serial: String(credential.serial + 1) })}`}
        </p>
        <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-faint">
          <StateTag state={state} batch={credential.batch} />
          <Ago at={at} now={now} />
          {hidden && (
            <span title={t('hiddenHint')}>
              <Tag>{t('hidden')}</Tag>
            </span>
          )}
        </p>
      </div>
      {mine && <HideButton key={String(hidden)} id={id} hidden={hidden} {...hide} />}
    </li>
  )
}
