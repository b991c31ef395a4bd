import { getTranslations } from 'next-intl/server'
import { listTxs } from '#app/_data/explorer.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { Pager } from '#app/_ui/explorer/Pager.tsx'
import { TxTable } from '#app/_ui/explorer/TxTable.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { FilterForm } from './_parts/FilterForm.tsx'
import { isNarrowed, readTxFilters, txsHref } from './_parts/txFilters.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('tx')
  return pageMetadata('/explorer/txs', t('title'), t('lead'))
}

export default async function TxsPage({ searchParams }: Props) {
  const filters = readTxFilters(await searchParams)
  // A cursor of another view, or an old one: the list then begins anew.
  const page = (await listTxs({ ...filters, limit: 25 })) ?? (await listTxs({ ...filters, cursor: null, limit: 25 }))
  const t = await getTranslations('tx')
  const txs = page?.items ?? []
  return (
    <>
      {filters.cursor === null && <LiveRefresh topics={['batches']} />}
      <PageHead title={t('title')} lead={t('lead')} />
      <FilterForm filters={filters} />
      <section className="page" aria-label={t('title')}>
        {txs.length > 0 ? (
          <TxTable txs={txs} tokens={page?.tokens ?? []} now={Date.now()} />
        ) : isNarrowed(filters) ? (
          <Empty
            level={2}
            title={t('noMatchTitle')}
            action={
              <ButtonLink href="/explorer/txs" look="quiet">
                {t('clear')}
              </ButtonLink>
            }
          >
            {t('noMatchText')}
          </Empty>
        ) : (
          <Empty level={2} title={t('noneTitle')}>
            {t('noneText')}
          </Empty>
        )}
        <Pager
          first={txsHref(filters)}
          isFirst={filters.cursor === null}
          older={page?.nextCursor ? txsHref(filters, { cursor: page.nextCursor }) : null}
        />
      </section>
    </>
  )
}
