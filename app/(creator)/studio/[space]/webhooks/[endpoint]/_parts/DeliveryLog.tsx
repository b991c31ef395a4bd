'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { DeliveryFilter } from '#app/_data/studio/webhooks.ts'
import type { WebhookDelivery, WebhookEndpoint } from '#app/_data/views.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { DeliveryRow } from './DeliveryRow.tsx'
import { logHref } from './deliveryFilter.ts'

type Props = {
  space: string
  endpoint: WebhookEndpoint
  items: readonly WebhookDelivery[]
  now: number
  path: string
  filter: DeliveryFilter
  isFirst: boolean
  next: string | null
}

/** What is due within so long is looked for again and again, so often. */
const soonMs = 30_000
const paceMs = 2000

/** What was sent to the endpoint, newest first. While something is about to be sent, the log keeps itself true. */
export function DeliveryLog({ space, endpoint, items, now, path, filter, isFirst, next }: Props) {
  const t = useTranslations('webhook')
  const router = useRouter()
  const due = endpoint.status === 'active' && items.some(({ nextAt }) => nextAt !== null && Date.parse(nextAt) - now < soonMs)
  useEffect(() => {
    if (!due) return
    const timer = setInterval(() => document.visibilityState === 'visible' && router.refresh(), paceMs)
    return () => clearInterval(timer)
  }, [due, router])
  if (items.length === 0)
    return <Empty title={t('logNone')}>{t(filter.status || filter.type || !isFirst ? 'logNoneFits' : 'logNoneText')}</Empty>
  return (
    <>
      <ul className="slab divide-y divide-line px-4 sm:px-5">
        {items.map((item) => (
          <DeliveryRow key={item.message} space={space} endpoint={endpoint} item={item} now={now} />
        ))}
      </ul>
      {(!isFirst || next !== null) && (
        <nav aria-label={t('pages')} className="mt-6 flex justify-center gap-3">
          {!isFirst && (
            <ButtonLink href={logHref(path, filter)} look="quiet">
              {t('newest')}
            </ButtonLink>
          )}
          {next !== null && (
            <ButtonLink href={logHref(path, filter, next)} look="quiet">
              {t('older')}
            </ButtonLink>
          )}
        </nav>
      )}
    </>
  )
}
