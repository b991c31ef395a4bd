import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { spaceLists, spaceSecrets } from '#app/_data/studio/lists.ts'
import { spaceOf } from '#app/_data/studio/space.ts'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { ListCard } from './_parts/ListCard.tsx'
import { Secrets } from './_parts/Secrets.tsx'
import { UploadList } from './_parts/UploadList.tsx'

type Props = { params: Promise<{ space: string }> }

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations('list')
  return { ...(await pageMetadata(`/studio/${(await params).space}/lists`, t('title'))), robots: { index: false } }
}

/** What rules of this space may name: lists of wallets or handles, and secrets of requests. */
export default async function ListsPage({ params }: Props) {
  const { space: slug } = await params
  const space = await spaceOf(slug)
  if (!space?.rights.includes('author')) notFound()
  const integrates = space.rights.includes('integrate')
  const [t, messages, lists, secrets] = await Promise.all([
    getTranslations('list'),
    getMessages(),
    spaceLists(slug),
    integrates ? spaceSecrets(slug) : null,
  ])
  const now = Date.now()
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['list'])}>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="page grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-12">
          <section aria-labelledby="lists" className="grid grid-cols-[minmax(0,1fr)] gap-4">
            <h2 id="lists" className="text-section font-semibold">
              {t('lists')}
            </h2>
            {lists.length === 0 ? (
              <Empty title={t('noneTitle')}>{t('noneText')}</Empty>
            ) : (
              lists.map((list) => <ListCard key={list.id} space={slug} list={list} now={now} />)
            )}
          </section>
          {secrets && <Secrets space={slug} secrets={secrets} now={now} />}
        </div>
        <section aria-labelledby="upload" className="slab px-5 py-5">
          <h2 id="upload" className="text-section font-semibold">
            {t('upload.title')}
          </h2>
          <p className="mt-1 mb-5 text-[0.9375rem] text-muted">{t('upload.lead')}</p>
          <UploadList space={slug} replaces={null} />
        </section>
      </div>
    </NextIntlClientProvider>
  )
}
