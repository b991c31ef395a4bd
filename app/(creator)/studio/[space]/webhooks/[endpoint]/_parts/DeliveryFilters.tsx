'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import type { DeliveryFilter } from '#app/_data/studio/webhooks.ts'
import type { WebhookType } from '#app/_data/views.ts'
import { isLocale, localePath } from '#app/_ui/locale.ts'
import { logHref, statuses } from './deliveryFilter.ts'

type Props = { path: string; filter: DeliveryFilter; types: readonly WebhookType[] }

/** Narrows the log by what became of a message and by its type; the address says it, so that it can be shared. */
export function DeliveryFilters({ path, filter, types }: Props) {
  const t = useTranslations('webhook')
  const router = useRouter()
  const locale = useLocale()
  const go = (next: DeliveryFilter) => router.replace(localePath(isLocale(locale) ? locale : 'en', logHref(path, next)), { scroll: false })
  const selectClass = 'h-9 min-w-0 flex-1 basis-40 rounded-[0.625rem] border border-edge bg-surface px-2 text-sm sm:max-w-60'
  const { status, type } = filter
  return (
    <div className="mb-3 flex flex-wrap gap-2">
      <select
        aria-label={t('filterStatus')}
        value={status ?? ''}
        onChange={({ target }) => {
          const chosen = statuses.find((each) => each === target.value)
          go({ ...(type ? { type } : {}), ...(chosen ? { status: chosen } : {}) })
        }}
        className={selectClass}
      >
        <option value="">{t('allStatuses')}</option>
        {statuses.map((each) => (
          <option key={each} value={each}>
            {t(`delivery.${each}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('filterType')}
        value={type ?? ''}
        onChange={({ target }) => {
          const chosen = [...types, 'webhook.test' as const].find((each) => each === target.value)
          go({ ...(status ? { status } : {}), ...(chosen ? { type: chosen } : {}) })
        }}
        className={selectClass}
      >
        <option value="">{t('allTypes')}</option>
        {[...types, 'webhook.test' as const].map((each) => (
          <option key={each} value={each}>
            {t(`type.${each.replace('.', '-')}` as 'type.quest-live')}
          </option>
        ))}
      </select>
    </div>
  )
}
