import { useLocale, useTranslations } from 'next-intl'
import type { SeasonPage } from '#app/_data/views.ts'
import { SeasonBar } from '#app/_ui/quest/SeasonBanner.tsx'

type Props = { season: SeasonPage; signedIn: boolean /** The bounds in words. */; from: string; to: string }

/** How far the reader and everybody is, and by which rule. */
export function Standing({ season, signedIn, from, to }: Props) {
  const t = useTranslations('season')
  const format = new Intl.NumberFormat(useLocale())
  const { mine, points, quests, completions, members } = season
  return (
    <aside className="grid gap-8 lg:sticky lg:top-24" aria-label={t('standing')}>
      <div className="slab p-6">
        <h2 className="text-section font-semibold">{t('mine')}</h2>
        {signedIn ? (
          <>
            <p className="mt-4 text-5xl font-semibold tracking-tight">{format.format(mine.points)}</p>
            <p className="mt-1 text-muted">{t('ofPoints', { count: points })}</p>
            <SeasonBar points={mine.points} of={points} />
            <p className="mt-2 text-[0.9375rem] text-muted">{t('mineQuests', { done: mine.quests, count: quests.length })}</p>
          </>
        ) : (
          <p className="mt-2 text-[0.9375rem] leading-relaxed text-muted">{t('connect')}</p>
        )}
        <dl className="mt-6 grid grid-cols-2 gap-4 border-t border-line pt-5">
          <div>
            <dd className="text-2xl font-semibold tracking-tight">{format.format(completions)}</dd>
            <dt className="text-sm text-muted">{t('completions', { count: completions })}</dt>
          </div>
          <div>
            <dd className="text-2xl font-semibold tracking-tight">{format.format(members)}</dd>
            <dt className="text-sm text-muted">{t('members', { count: members })}</dt>
          </div>
        </dl>
      </div>
      <section aria-labelledby="counts">
        <h2 id="counts" className="text-section font-semibold">
          {t('counts')}
        </h2>
        <ul className="mt-3 grid list-disc gap-2 pl-5 text-[0.9375rem] leading-relaxed text-muted marker:text-faint">
          <li>{t('countsWindow', { from, to })}</li>
          <li>{t('countsOnce')}</li>
          <li>{t('countsOutside')}</li>
        </ul>
      </section>
    </aside>
  )
}
