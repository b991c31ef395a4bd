'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { WebhookEndpoint } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'

/** What an endpoint is for and what it wants; and what should be known of it now: failures, why it was disabled, two secrets at once. */
export function EndpointFacts({ endpoint, now }: { endpoint: WebhookEndpoint; now: number }) {
  const t = useTranslations('webhook')
  const { description, types, status, disabledFor, failingSince, previousSecretUntil } = endpoint
  return (
    <section aria-label={t('facts')} className="slab px-5 py-4 text-[0.9375rem]">
      {description !== '' && <p className="mb-2 [overflow-wrap:anywhere]">{description}</p>}
      <p className="text-sm text-faint">{t('wants')}</p>
      <ul className="mt-1 grid gap-0.5 text-muted">
        {types.map((type) => (
          <li key={type}>{t(`type.${type.replace('.', '-')}` as 'type.quest-live')}</li>
        ))}
      </ul>
      {status === 'disabled' && <Said bad words={t(disabledFor === 'gone' ? 'whyGone' : 'whyFailing')} />}
      {status === 'paused' && <Said words={t('whyPaused')} />}
      {status === 'active' && failingSince !== null && (
        <Said words={t('failingSince')}>
          {' '}
          <Ago at={failingSince} now={now} />
        </Said>
      )}
      {previousSecretUntil !== null && (
        <Said words={t('bothSecrets')}>
          {' '}
          <Ago at={previousSecretUntil} now={now} />
        </Said>
      )}
    </section>
  )
}

function Said({ words, bad = false, children }: { words: string; bad?: boolean; children?: ReactNode }) {
  return (
    <p className={`mt-3 flex gap-2 border-t border-line pt-3 text-sm ${bad ? 'text-bad' : 'text-accent-text'}`}>
      <Icon name="warning" className="mt-0.5 size-4" />
      <span>
        {words}
        {children}
      </span>
    </p>
  )
}
