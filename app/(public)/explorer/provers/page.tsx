import { getFormatter, getTranslations } from 'next-intl/server'
import { cursorOf, listProofs } from '#app/_data/explorer.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { olderHref, Pager } from '#app/_ui/explorer/Pager.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { Circuits } from './_parts/Circuits.tsx'
import { ProofTable } from './_parts/ProofTable.tsx'

type Props = { searchParams: Promise<{ cursor?: string | string[] }> }

export async function generateMetadata() {
  const t = await getTranslations('explorer.provers')
  return pageMetadata('/explorer/provers', t('title'), t('lead'))
}

export default async function ProversPage({ searchParams }: Props) {
  const cursor = cursorOf(await searchParams)
  const page = await listProofs({ cursor, limit: 25 })
  const [t, format] = await Promise.all([getTranslations('explorer.provers'), getFormatter()])
  const { items = [], circuits = [], window = 0 } = page ?? {}
  return (
    <>
      {cursor === null && <LiveRefresh topics={['batches']} />}
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="page grid gap-12">
        {circuits.length > 0 && (
          <section aria-labelledby="circuits">
            <h2 id="circuits" className="text-section font-semibold">
              {t('summary')}
            </h2>
            <p className="mt-1 mb-5 text-muted">{t('summaryLead', { count: format.number(window) })}</p>
            <Circuits circuits={circuits} />
          </section>
        )}
        {items.length === 0 ? (
          <Empty level={2} title={t('noneTitle')}>
            {t('noneText')}
          </Empty>
        ) : (
          <section aria-labelledby="proofs">
            <h2 id="proofs" className="mb-5 text-section font-semibold">
              {t('list')}
            </h2>
            <ProofTable proofs={items} now={Date.now()} />
          </section>
        )}
      </div>
      <div className="page">
        <Pager first="/explorer/provers" isFirst={cursor === null} older={olderHref('/explorer/provers', page?.nextCursor ?? null)} />
      </div>
    </>
  )
}
