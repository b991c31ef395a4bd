import { getTranslations } from 'next-intl/server'
import { cursorOf, listWithdrawals } from '#app/_data/explorer.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { olderHref, Pager } from '#app/_ui/explorer/Pager.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { WithdrawalList } from './_parts/WithdrawalList.tsx'

type Props = { searchParams: Promise<{ cursor?: string | string[] }> }

export async function generateMetadata() {
  const t = await getTranslations('explorer.withdrawals')
  return pageMetadata('/explorer/withdrawals', t('title'), t('lead'))
}

export default async function WithdrawalsPage({ searchParams }: Props) {
  const cursor = cursorOf(await searchParams)
  const page = await listWithdrawals({ cursor, limit: 20 })
  const t = await getTranslations('explorer.withdrawals')
  const { items = [], requested = [], tokens = [] } = page ?? {}
  const now = Date.now()
  return (
    <>
      {cursor === null && <LiveRefresh topics={['batches']} />}
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="page grid gap-12">
        {requested.length > 0 && (
          <section aria-labelledby="requested">
            <h2 id="requested" className="text-section font-semibold">
              {t('requested')}
            </h2>
            <p className="mt-1 mb-5 text-muted">{t('requestedLead')}</p>
            <WithdrawalList withdrawals={requested} tokens={tokens} now={now} />
          </section>
        )}
        {items.length > 0 && (
          <section aria-labelledby="list">
            <h2 id="list" className={requested.length > 0 ? 'mb-5 text-section font-semibold' : 'sr-only'}>
              {t('list')}
            </h2>
            <WithdrawalList withdrawals={items} tokens={tokens} now={now} />
          </section>
        )}
        {items.length + requested.length === 0 && (
          <Empty level={2} title={t('noneTitle')}>
            {t('noneText')}
          </Empty>
        )}
      </div>
      <div className="page">
        <Pager
          first="/explorer/withdrawals"
          isFirst={cursor === null}
          older={olderHref('/explorer/withdrawals', page?.nextCursor ?? null)}
        />
      </div>
    </>
  )
}
