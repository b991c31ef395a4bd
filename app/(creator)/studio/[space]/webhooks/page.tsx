import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { spaceOf } from '#app/_data/studio/space.ts'
import { webhookEndpoints } from '#app/_data/studio/webhooks.ts'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { AddEndpoint } from './_parts/AddEndpoint.tsx'
import { EndpointRow } from './_parts/EndpointRow.tsx'
import { WhatArrives } from './_parts/WhatArrives.tsx'

type Props = { params: Promise<{ space: string }> }

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations('webhook')
  return { ...(await pageMetadata(`/studio/${(await params).space}/webhooks`, t('title'))), robots: { index: false } }
}

/** Where this space is told of what happens to its quests, and how a receiver reads it. */
export default async function WebhooksPage({ params }: Props) {
  const { space: slug } = await params
  const space = await spaceOf(slug)
  if (!space?.rights.includes('integrate')) notFound()
  const [t, messages, { items, types }] = await Promise.all([getTranslations('webhook'), getMessages(), webhookEndpoints(slug)])
  const now = Date.now()
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['webhook'])}>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="page grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-12">
          <section aria-labelledby="endpoints">
            <h2 id="endpoints" className="mb-4 text-section font-semibold">
              {t('endpoints')}
            </h2>
            {items.length === 0 ? (
              <Empty title={t('noneTitle')}>{t('noneText')}</Empty>
            ) : (
              <ul className="slab divide-y divide-line px-5">
                {items.map((endpoint) => (
                  <EndpointRow key={endpoint.id} space={slug} endpoint={endpoint} now={now} />
                ))}
              </ul>
            )}
          </section>
          <WhatArrives />
        </div>
        <AddEndpoint space={slug} types={types} />
      </div>
    </NextIntlClientProvider>
  )
}
