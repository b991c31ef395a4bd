import { getTranslations } from 'next-intl/server'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { listBatches } from '#app/_data/pages.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { BatchTable } from '#app/_ui/explorer/BatchTable.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'

type Props = { searchParams: Promise<{ cursor?: string | string[] }> }

export async function generateMetadata() {
  const t = await getTranslations('explorer')
  return pageMetadata('/explorer/batches', t('batches'), t('batchesLead'))
}

export default async function BatchesPage({ searchParams }: Props) {
  const { cursor } = await searchParams
  const from = typeof cursor === 'string' && cursor.length <= 500 ? cursor : null
  const [t, page] = await Promise.all([getTranslations('explorer'), listBatches({ limit: 25, cursor: from })])
  return (
    <>
      {from === null && <LiveRefresh topics={['batches']} />}
      <PageHead title={t('batches')} lead={t('batchesLead')} back={{ href: '/explorer', words: t('title') }} />
      <section className="page" aria-label={t('batches')}>
        {page.items.length === 0 ? (
          <Empty level={2} title={t('noBatchesTitle')}>
            {t('noBatchesText')}
          </Empty>
        ) : (
          <BatchTable batches={page.items} now={Date.now()} />
        )}
        <div className="mt-8 flex justify-center gap-3">
          {from !== null && (
            <ButtonLink href="/explorer/batches" look="quiet">
              {t('newest')}
            </ButtonLink>
          )}
          {page.nextCursor && (
            <ButtonLink href={`/explorer/batches?cursor=${encodeURIComponent(page.nextCursor)}`} look="quiet">
              {t('older')}
            </ButtonLink>
          )}
        </div>
      </section>
    </>
  )
}
