import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { DraftCard } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { DraftStateTag } from '#app/_ui/draft/DraftStateTag.tsx'

type Props = { space: string; quests: readonly DraftCard[]; now: number }

/** What was worked on last. */
export function RecentQuests({ space, quests, now }: Props) {
  const t = useTranslations('studio.overview')
  const format = useFormatter()
  const other = useLocale() === 'ja' ? 'en' : 'ja'
  const mine = other === 'ja' ? 'en' : 'ja'
  return (
    <section aria-labelledby="recent">
      <h2 id="recent" className="mb-4 text-section font-semibold">
        {t('recent')}
      </h2>
      {quests.length === 0 ? (
        <Empty title={t('noneTitle')}>{t('noneText')}</Empty>
      ) : (
        <ul className="slab divide-y divide-line px-5">
          {quests.map(({ slug, title, state, places, editedAt }) => (
            <li key={slug} className="flex flex-wrap items-center gap-x-6 gap-y-1.5 py-4">
              <div className="min-w-0 flex-1 basis-56">
                <SiteLink
                  href={`/studio/${space}/quests/${slug}`}
                  className="font-medium [overflow-wrap:anywhere] underline-offset-4 hover:underline"
                >
                  {title[mine] ?? title[other] ?? slug}
                </SiteLink>
                <p className="text-[0.875rem] text-faint">
                  <Ago at={editedAt} now={now} />
                </p>
              </div>
              {places && (
                <p className="text-[0.9375rem] text-muted tabular-nums">
                  {t('places', { completed: format.number(places.completed), supply: format.number(places.supply) })}
                </p>
              )}
              <DraftStateTag state={state} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
