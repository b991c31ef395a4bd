import { getTranslations } from 'next-intl/server'
import { cursorOf, listInbox } from '#app/_data/explorer.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { olderHref, Pager } from '#app/_ui/explorer/Pager.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { InboxList } from './_parts/InboxList.tsx'

type Props = { searchParams: Promise<{ cursor?: string | string[] }> }

export async function generateMetadata() {
  const t = await getTranslations('explorer.inbox')
  return pageMetadata('/explorer/inbox', t('title'), t('leadUnknown'))
}

export default async function InboxPage({ searchParams }: Props) {
  const cursor = cursorOf(await searchParams)
  const page = await listInbox({ cursor, limit: 25 })
  const t = await getTranslations('explorer.inbox')
  const seconds = page?.deadlineSeconds ?? null
  const lead =
    seconds === null
      ? t('leadUnknown')
      : t('lead', {
          limit: seconds % 3600 === 0 ? t('hours', { count: seconds / 3600 }) : t('minutes', { count: Math.round(seconds / 60) }),
        })
  return (
    <>
      {cursor === null && <LiveRefresh topics={['batches']} />}
      <PageHead title={t('title')} lead={lead} />
      <section className="page" aria-label={t('title')}>
        {page && page.items.length > 0 ? (
          <InboxList items={page.items} tokens={page.tokens} deadlineSeconds={page.deadlineSeconds} now={Date.now()} />
        ) : (
          <Empty level={2} title={t('noneTitle')}>
            {t('noneText')}
          </Empty>
        )}
        <Pager first="/explorer/inbox" isFirst={cursor === null} older={olderHref('/explorer/inbox', page?.nextCursor ?? null)} />
      </section>
    </>
  )
}
