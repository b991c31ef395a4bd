import { getTranslations } from 'next-intl/server'
import { slotCharts } from '#app/_data/explorer.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { listBatches, slotStats } from '#app/_data/pages.ts'
import { chains } from '#app/_data/site.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { BatchTable } from '#app/_ui/explorer/BatchTable.tsx'
import { ChainHealth } from '#app/_ui/explorer/ChainHealth.tsx'
import { SlotNumbers } from '#app/_ui/explorer/SlotNumbers.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { Charts } from './_parts/Charts.tsx'

export async function generateMetadata() {
  const t = await getTranslations('explorer')
  return pageMetadata('/explorer', t('title'), t('lead'))
}

export default async function ExplorerPage() {
  const [t, stats, batches, known, charts] = await Promise.all([
    getTranslations('explorer'),
    slotStats(),
    listBatches({ limit: 8 }),
    chains(),
    slotCharts(),
  ])
  const now = Date.now()
  const followed = known.filter((chain) => chain.status !== 'unused')
  return (
    <>
      <LiveRefresh topics={['batches']} />
      <PageHead title={t('title')} lead={t('lead')} />
      <SlotNumbers stats={stats} now={now} />
      <section className="page pt-16" aria-labelledby="batches">
        <div className="mb-5 flex items-end justify-between gap-4">
          <h2 id="batches" className="text-section font-semibold">
            {t('latestBatches')}
          </h2>
          {batches.nextCursor && (
            <ButtonLink href="/explorer/batches" look="plain" size="small">
              {t('allBatches')} <Icon name="right" className="size-4" />
            </ButtonLink>
          )}
        </div>
        {batches.items.length === 0 ? (
          <Empty title={t('noBatchesTitle')}>{t('noBatchesText')}</Empty>
        ) : (
          <BatchTable batches={batches.items} now={now} />
        )}
      </section>
      {batches.items.length > 0 && <Charts charts={charts} />}
      {followed.length > 0 && (
        <section className="page pt-16" aria-labelledby="chains">
          <h2 id="chains" className="mb-5 text-section font-semibold">
            {t('chains')}
          </h2>
          <ChainHealth chains={followed} now={now} />
        </section>
      )}
    </>
  )
}
