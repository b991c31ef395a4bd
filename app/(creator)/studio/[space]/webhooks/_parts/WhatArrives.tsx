'use client'

import { useTranslations } from 'next-intl'
import { CopyCode } from '#app/_ui/share/CopyCode.tsx'

const verifying = `import { Webhook } from 'standardwebhooks'

const webhook = new Webhook(secret)

// rawBody: as it came, before it is parsed. Throws when the signature does not hold.
const { type, timestamp, data } = webhook.verify(rawBody, headers)`

const headers = ['id', 'timestamp', 'signature'] as const
const rules = ['answer', 'again', 'retries', 'gone'] as const

/** How a receiver reads what arrives, and what it should answer. The whole of it: docs/webhooks.md. */
export function WhatArrives() {
  const t = useTranslations('webhook.arrives')
  return (
    <section aria-labelledby="arrives" className="min-w-0">
      <h2 id="arrives" className="mb-2 text-section font-semibold">
        {t('title')}
      </h2>
      <p className="mb-5 text-muted">{t('lead')}</p>
      <dl className="mb-6 divide-y divide-line border-y border-line text-[0.9375rem]">
        {headers.map((name) => (
          <div key={name} className="grid gap-x-6 gap-y-0.5 py-2.5 sm:grid-cols-[12rem_minmax(0,1fr)]">
            <dt className="font-mono text-[0.875rem]">webhook-{name}</dt>
            <dd className="text-muted">{t(name)}</dd>
          </div>
        ))}
      </dl>
      <CopyCode label={t('verify')} code={verifying} rows={7} words={{ copy: t('copy'), copied: t('copied'), failed: t('failed') }} />
      <ul className="mt-6 grid list-disc gap-1.5 pl-5 text-[0.9375rem] text-muted">
        {rules.map((rule) => (
          <li key={rule}>{t(rule)}</li>
        ))}
      </ul>
    </section>
  )
}
