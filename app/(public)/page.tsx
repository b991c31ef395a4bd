import { getTranslations } from 'next-intl/server'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { listBatches, listQuests, slotStats } from '#app/_data/pages.ts'
import { chainNames } from '#app/_data/site.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { BatchTable } from '#app/_ui/explorer/BatchTable.tsx'
import { SlotNumbers } from '#app/_ui/explorer/SlotNumbers.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { QuestGrid } from '#app/_ui/quest/QuestGrid.tsx'
import { Hero } from './_parts/Hero.tsx'
import { HowItSettles } from './_parts/HowItSettles.tsx'

export const generateMetadata = async () => pageMetadata('/', null)

export default async function HomePage() {
  const [t, quests, stats, batches, names] = await Promise.all([
    getTranslations('home'),
    listQuests({ limit: 6 }),
    slotStats(),
    listBatches({ limit: 5 }),
    chainNames(),
  ])
  const now = Date.now()
  return (
    <>
      <LiveRefresh topics={['batches']} />
      <Hero quests={quests.items} />
      <SlotNumbers stats={stats} now={now} />
      <section className="page pt-20" aria-labelledby="open-quests">
        <div className="mb-6 flex items-end justify-between gap-4">
          <h2 id="open-quests" className="text-title font-semibold">
            {t('open')}
          </h2>
          <ButtonLink href="/quests" look="plain" size="small">
            {t('all')} <Icon name="right" className="size-4" />
          </ButtonLink>
        </div>
        <QuestGrid quests={quests.items} chainNames={names} />
      </section>
      <HowItSettles />
      {batches.items.length > 0 && (
        <section className="page pt-24" aria-labelledby="latest">
          <div className="mb-6 flex items-end justify-between gap-4">
            <h2 id="latest" className="text-title font-semibold">
              {t('latest')}
            </h2>
            <ButtonLink href="/explorer" look="plain" size="small">
              {t('explorer')} <Icon name="right" className="size-4" />
            </ButtonLink>
          </div>
          <BatchTable batches={batches.items} now={now} />
        </section>
      )}
    </>
  )
}
