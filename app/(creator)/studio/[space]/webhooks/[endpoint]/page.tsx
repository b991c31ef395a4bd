import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { spaceOf } from '#app/_data/studio/space.ts'
import { webhookDeliveries, webhookEndpoint, webhookEndpoints } from '#app/_data/studio/webhooks.ts'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { EndpointState } from '../_parts/EndpointState.tsx'
import { DeliveryFilters } from './_parts/DeliveryFilters.tsx'
import { DeliveryLog } from './_parts/DeliveryLog.tsx'
import { deliveryFilter } from './_parts/deliveryFilter.ts'
import { EndpointFacts } from './_parts/EndpointFacts.tsx'
import { EndpointTools } from './_parts/EndpointTools.tsx'
import { ReplaySince } from './_parts/ReplaySince.tsx'

type Props = { params: Promise<{ space: string; endpoint: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props) {
  const [{ space, endpoint }, t] = await Promise.all([params, getTranslations('webhook')])
  return { ...(await pageMetadata(`/studio/${space}/webhooks/${endpoint}`, t('endpoint'))), robots: { index: false } }
}

/** One endpoint: how it does, what was sent to it and what came of that, and what can be done about it. */
export default async function EndpointPage({ params, searchParams }: Props) {
  const [{ space: slug, endpoint: id }, asked] = await Promise.all([params, searchParams])
  const space = await spaceOf(slug)
  if (!space?.rights.includes('integrate')) notFound()
  const endpoint = await webhookEndpoint(slug, id)
  if (!endpoint) notFound()
  const filter = deliveryFilter(asked)
  const cursor = typeof asked.cursor === 'string' ? asked.cursor : null
  const [t, messages, { types }, log] = await Promise.all([
    getTranslations('webhook'),
    getMessages(),
    webhookEndpoints(slug),
    webhookDeliveries(slug, id, filter, cursor),
  ])
  const path = `/studio/${slug}/webhooks/${id}`
  const now = Date.now()
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['webhook'])}>
      <PageHead
        title={t('endpoint')}
        lead={<span className="font-mono text-base break-all">{endpoint.url}</span>}
        back={{ href: `/studio/${slug}/webhooks`, words: t('title') }}
        aside={<EndpointState endpoint={endpoint} />}
      />
      <div className="page grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6 lg:order-last">
          <EndpointFacts endpoint={endpoint} now={now} />
          <EndpointTools space={slug} endpoint={endpoint} types={types} />
          <ReplaySince space={slug} id={id} active={endpoint.status === 'active'} />
        </div>
        <section aria-labelledby="log" className="min-w-0">
          <h2 id="log" className="mb-3 text-section font-semibold">
            {t('log')}
          </h2>
          <DeliveryFilters path={path} filter={filter} types={types} />
          <DeliveryLog
            space={slug}
            endpoint={endpoint}
            items={log.items}
            now={now}
            path={path}
            filter={filter}
            isFirst={cursor === null}
            next={log.nextCursor}
          />
        </section>
      </div>
    </NextIntlClientProvider>
  )
}
