import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { DraftCard } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { DraftStateTag } from '#app/_ui/draft/DraftStateTag.tsx'
import { whose } from '#app/_ui/draft/whose.ts'
import { RowTools } from './RowTools.tsx'

type Props = { space: string; draft: DraftCard; archived: boolean; mayWrite: boolean; now: number }

/** A quest in the list: its title, how far it and its next wording are, who worked on it last, and what its authors can do with it from here. */
export function DraftRow({ space, draft, archived, mayWrite, now }: Props) {
  const t = useTranslations('drafts.list')
  const locale = useLocale()
  const format = useFormatter()
  const { slug, title, state, stage, places, editedAt, editedBy } = draft
  const name = (locale === 'ja' ? (title.ja ?? title.en) : (title.en ?? title.ja))?.trim() || null
  // Of a quest that runs the text may be on its way to its next version.
  const next = stage !== 'published' && stage !== state ? stage : null
  const ago = () => <Ago at={editedAt} now={now} />
  return (
    <li data-draft={slug} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-4">
      <div className="min-w-0 flex-1 basis-64">
        <SiteLink
          href={`/studio/${space}/quests/${slug}`}
          className="inline-block py-0.5 font-medium [overflow-wrap:anywhere] underline-offset-4 hover:underline"
        >
          {name ?? slug}
        </SiteLink>
        <p className="text-[0.875rem] text-faint">
          {name && <span className="mr-2 font-mono text-[0.8125rem] break-all">{slug}</span>}
          <span className="inline-block">{editedBy === null ? ago() : t.rich('edited', { by: whose(editedBy), when: ago })}</span>
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
        {places && (
          <span className="text-[0.9375rem] text-muted tabular-nums">
            {t('places', { completed: format.number(places.completed), supply: format.number(places.supply) })}
          </span>
        )}
        {next && <span className="text-[0.875rem] text-accent-text">{t(`next.${next}`)}</span>}
        <DraftStateTag state={state} />
      </div>
      {mayWrite && <RowTools {...{ space, slug, name: name ?? slug, state, archived }} />}
    </li>
  )
}
