import { getTranslations } from 'next-intl/server'
import { cursorOf } from '#app/_data/explorer.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { listBatches } from '#app/_data/pages.ts'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { BatchTable } from '#app/_ui/explorer/BatchTable.tsx'
import { olderHref, Pager } from '#app/_ui/explorer/Pager.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'

type Props = { searchParams: Promise<{ cursor?: string | string[] }> }

export async function generateMetadata() {
  const t = await getTranslations('explorer')
  return pageMetadata('/explorer/batches', t('batches'), t('batchesLead'))
}

export default async function BatchesPage({ searchParams }: Props) {
  const cursor = cursorOf(await searchParams)
  const [t, page] = await Promise.all([getTranslations('explorer'), listBatches({ limit: 25, cursor })])
  return (
    <>
      {cursor === null && <LiveRefresh topics={['batches']} />}
      <PageHead title={t('batches')} lead={t('batchesLead')} />
      <section className="page" aria-label={t('batches')}>
        {page.items.length === 0 ? (
          <Empty level={2} title={t('noBatchesTitle')}>
            {t('noBatchesText')}
          </Empty>
        ) : (
          <BatchTable batches={page.items} now={Date.now()} />
        )}
        <Pager first="/explorer/batches" isFirst={cursor === null} older={olderHref('/explorer/batches', page.nextCursor)} />
      </section>
    </>
  )
}
