import { useTranslations } from 'next-intl'
import type { Standing } from '#app/_data/views.ts'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { chainLabel } from '#app/_ui/quest/chainNames.ts'
import { CategoryChart } from './CategoryChart.tsx'

type Props = { standing: Standing; chainNames: Readonly<Record<string, string>> }

/** What the XP is made of: categories as a chart, spaces and chains as lists. */
export function MadeOf({ standing, chainNames }: Props) {
  const t = useTranslations('reputation.madeOf')
  const { categories, spaces, chains, hidden } = standing
  const title = 'mb-3 font-semibold'
  return (
    <section className="page pt-14" aria-labelledby="made-of">
      <h2 id="made-of" className="mb-5 text-section font-semibold">
        {t('title')}
      </h2>
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)]">
        <CategoryChart categories={categories} />
        <div className="grid content-start gap-8">
          <div>
            <h3 className={title}>{t('spaces')}</h3>
            <ul className="slab divide-y divide-line text-[0.9375rem]">
              {spaces.map(({ slug, name, credentials }) => (
                <li key={slug}>
                  <SiteLink
                    href={`/leaderboard?space=${encodeURIComponent(slug)}`}
                    className="flex min-h-11 items-center justify-between gap-4 px-4 py-2 hover:bg-sunken/70"
                  >
                    <span className="min-w-0 break-words">{name}</span>
                    <span className="shrink-0 text-muted">{t('cubesCount', { count: credentials })}</span>
                    <span className="sr-only">{t('ranking', { name })}</span>
                  </SiteLink>
                </li>
              ))}
            </ul>
          </div>
          <div>
            <h3 className={title}>{t('chains')}</h3>
            {chains.length === 0 ? (
              <p className="text-muted">{t('noChains')}</p>
            ) : (
              <ul className="flex flex-wrap gap-2 text-[0.9375rem]">
                {chains.map(({ chain, credentials }) => (
                  <li key={chain} className="slab flex min-h-9 items-center gap-2.5 px-3">
                    {chainLabel(chain, chainNames)}
                    <span className="text-muted">{t('cubesCount', { count: credentials })}</span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </div>
      </div>
      {hidden.credentials > 0 && <p className="mt-5 text-sm text-muted">{t('hidden', { count: hidden.credentials, xp: hidden.xp })}</p>}
    </section>
  )
}
