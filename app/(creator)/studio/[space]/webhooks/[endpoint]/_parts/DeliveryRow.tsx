'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { sayError } from '#app/_client/sayError.ts'
import type { WebhookDelivery, WebhookEndpoint } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Button } from '#app/_ui/base/Button.tsx'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'

/** What scrolls must be reached without a mouse. */
const reached = { tabIndex: 0 }

type Props = { space: string; endpoint: WebhookEndpoint; item: WebhookDelivery; now: number }

const tones = { waiting: 'accent', delivered: 'good', failed: 'bad' } as const

/** A message: what it was about, what became of its attempts, what was sent, and the way to send it again. */
export function DeliveryRow({ space, endpoint, item, now }: Props) {
  const t = useTranslations('webhook')
  const tErrors = useTranslations('errors')
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const { message, type, body, at, status, attempts, nextAt, attemptedAt, code, error, answer } = item
  const replay = async () => {
    setBusy(true)
    setRefused(null)
    try {
      await api.studio.webhooks.replay.mutate({ space, id: endpoint.id, message })
      router.refresh()
    } catch (problem) {
      setRefused(sayError(problem, tErrors))
    } finally {
      setBusy(false)
    }
  }
  const result = code !== null ? t('answered', { code }) : error !== null ? t(`error.${error}` as 'error.refused') : t('notTried')
  return (
    <li data-delivery={message} data-status={status} className="py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 font-medium">{t(`type.${type.replace('.', '-')}` as 'type.quest-live')}</span>
        <Tag tone={tones[status]}>{t(`delivery.${status}`)}</Tag>
        <span className="text-sm text-faint">
          <Ago at={at} now={now} />
        </span>
      </div>
      <p className="mt-1 flex flex-wrap gap-x-3 text-sm text-muted">
        <span>{result}</span>
        {attempts > 0 && <span>{t('attempts', { count: attempts })}</span>}
        {attemptedAt && (
          <span>
            {t('lastTried')} <Ago at={attemptedAt} now={now} />
          </span>
        )}
        {nextAt && endpoint.status === 'active' && (
          <span>
            {t('nextTry')} <Ago at={nextAt} now={now} />
          </span>
        )}
        {nextAt && endpoint.status !== 'active' && <span>{t('waitsForYou')}</span>}
      </p>
      <details className="mt-1.5">
        <summary className="cursor-pointer py-1 text-sm text-muted hover:text-ink">{t('details')}</summary>
        <div className="mt-2 grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3 text-sm">
          <p className="flex flex-wrap items-center gap-x-2">
            <span className="text-faint">{t('message')}</span> <Hash value={message} head={12} tail={8} />
          </p>
          <Sent label={t('body')} text={pretty(body)} />
          {answer !== null && answer !== '' && <Sent label={t('answer')} text={answer} />}
        </div>
      </details>
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <Button look="quiet" size="small" disabled={busy || endpoint.status !== 'active'} onClick={replay}>
          {t('replay')}
        </Button>
        <p role="alert" className="text-sm text-bad empty:hidden">
          {refused}
        </p>
      </div>
    </li>
  )
}

/** Text as it went over the wire: never read as anything else. It scrolls by itself, also by keys. */
const Sent = ({ label, text }: { label: string; text: string }) => (
  <figure className="min-w-0">
    <figcaption className="mb-1 text-faint">{label}</figcaption>
    <section {...reached} aria-label={label} className="max-h-72 overflow-auto rounded-lg bg-sunken px-3 py-2">
      <pre className="font-mono text-[0.8125rem] break-all whitespace-pre-wrap">{text}</pre>
    </section>
  </figure>
)

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
