import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { cursorOf } from '#app/_data/explorer.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { insightQuest, questRevocations } from '#app/_data/studio/insights.ts'
import { spaceOf } from '#app/_data/studio/space.ts'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { FindCredential } from '#app/_ui/insights/FindCredential.tsx'
import { ListPager } from '#app/_ui/insights/ListPager.tsx'
import { RevocationList } from '#app/_ui/insights/RevocationList.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'

type Props = {
  params: Promise<{ space: string; quest: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props) {
  const [{ space, quest }, t] = await Promise.all([params, getTranslations('revocation')])
  return { ...(await pageMetadata(`/studio/${space}/quests/${quest}/insights/revocations`, t('title'))), robots: { index: false } }
}

/** What was taken back of a quest, how far each is, and a way to one that is named by its number or address. */
export default async function RevocationsPage({ params, searchParams }: Props) {
  const [of, query, t, messages] = await Promise.all([params, searchParams, getTranslations('revocation'), getMessages()])
  const [space, quest] = await Promise.all([spaceOf(of.space), insightQuest(of.space, of.quest)])
  if (!space?.rights.includes('revoke') || !quest) notFound()
  const cursor = cursorOf(query)
  const { items, nextCursor } = await questRevocations(of, cursor)
  const path = `/studio/${of.space}/quests/${of.quest}/insights/revocations`
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['revocation'])}>
      <LiveRefresh topics={['batches']} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <section aria-labelledby="revocations">
          <h2 id="revocations" className="text-section font-semibold">
            {t('title')}
          </h2>
          <p className="mt-1 mb-5 max-w-3xl text-muted">{t('lead')}</p>
          <FindCredential space={of.space} />
        </section>
        <section aria-label={t('log')}>
          {items.length === 0 ? <Empty title={t('noneTitle')}>{t('noneText')}</Empty> : <RevocationList items={items} now={Date.now()} />}
          <ListPager
            words={{ label: t('pages'), newest: t('newest'), older: t('older') }}
            newest={cursor === null ? null : path}
            older={nextCursor ? `${path}?cursor=${encodeURIComponent(nextCursor)}` : null}
          />
        </section>
      </div>
    </NextIntlClientProvider>
  )
}
