import { useTranslations } from 'next-intl'
import type { Home } from '#app/_data/views.ts'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { CollectionGrid } from '#app/_ui/quest/CollectionGrid.tsx'
import type { ChainFacts } from '#app/_ui/quest/chainNames.ts'
import { QuestGrid } from '#app/_ui/quest/QuestGrid.tsx'
import { SeasonBanner } from '#app/_ui/quest/SeasonBanner.tsx'
import { FeaturedQuest } from './FeaturedQuest.tsx'
import { SectionHead } from './SectionHead.tsx'
import { Trending } from './Trending.tsx'

type Props = { home: Home; chains: ChainFacts; signedIn: boolean; now: number }

/** What to do next, for this reader. A part without anything in it is not there. */
export function Discover({ home, chains, signedIn, now }: Props) {
  const t = useTranslations('home')
  const { nearly, featured, forYou, trending, paths, seasons } = home
  const all = { href: '/quests', words: t('all') }
  if (nearly.length + featured.length + forYou.length + trending.length === 0)
    return (
      <section className="page pt-20" aria-label={t('open')}>
        <Empty title={t('emptyTitle')} level={2}>
          {t('emptyText')}
        </Empty>
      </section>
    )
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-y-16 pt-16">
      {nearly.length > 0 && (
        <section aria-labelledby="nearly">
          <SectionHead id="nearly" title={t('nearly')} lead={t('nearlyLead')} />
          <QuestGrid quests={nearly} chains={chains} now={now} />
        </section>
      )}
      {featured.length > 0 && (
        <section aria-labelledby="featured">
          <SectionHead id="featured" title={t('featured')} lead={t('featuredRule')} />
          <ul className="grid gap-4">
            {featured.map((quest) => (
              <FeaturedQuest key={quest.slug} quest={quest} chains={chains} now={now} />
            ))}
          </ul>
        </section>
      )}
      {forYou.length > 0 && (
        <section aria-labelledby="for-you">
          <SectionHead id="for-you" title={t(signedIn ? 'forYou' : 'first')} lead={t(signedIn ? 'forYouLead' : 'firstLead')} link={all} />
          <QuestGrid quests={forYou.map(({ quest, reasons }) => ({ ...quest, reasons }))} chains={chains} now={now} />
        </section>
      )}
      {trending.length + seasons.length > 0 && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-16 lg:grid-cols-2">
          {trending.length > 0 && <Trending trending={trending} />}
          {seasons.length > 0 && (
            <section aria-labelledby="seasons">
              <SectionHead id="seasons" title={t('seasons')} lead={t('seasonsLead')} />
              <ul className="grid gap-4">
                {seasons.map((season) => (
                  <SeasonBanner key={season.slug} season={season} signedIn={signedIn} now={now} />
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
      {paths.length > 0 && (
        <section aria-labelledby="paths">
          <SectionHead id="paths" title={t('paths')} lead={t('pathsLead')} />
          <CollectionGrid collections={paths} />
        </section>
      )}
    </div>
  )
}
