'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { codeOf, fieldOf, sayError } from '#app/_client/sayError.ts'
import { Button } from '#app/_ui/base/Button.tsx'

const spans = { hour: 3_600_000, day: 86_400_000, week: 604_800_000, month: 29 * 86_400_000 } as const
type Span = keyof typeof spans
const names = Object.keys(spans) as Span[]

/** Sends what happened within a span of time again: what never arrived, or all of it, in as many calls as it takes. */
export function ReplaySince({ space, id, active }: { space: string; id: string; active: boolean }) {
  const t = useTranslations('webhook.since')
  const tErrors = useTranslations('errors')
  const router = useRouter()
  const field = useId()
  const [span, setSpan] = useState<Span>('day')
  const [all, setAll] = useState(false)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ words: string; bad: boolean } | null>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setSaid(null)
    let queued = 0
    try {
      let since: string | null = new Date(Date.now() - spans[span]).toISOString()
      while (since !== null) {
        const part: { queued: number; until: string | null } = await api.studio.webhooks.replaySince.mutate({
          ...{ space, id, since, which: all ? 'all' : 'undelivered' },
        })
        queued += part.queued
        since = part.until
      }
      setSaid({ words: t('queued', { count: queued }), bad: false })
      router.refresh()
    } catch (error) {
      const words = codeOf(error) === 'input.invalid' && fieldOf(error) === 'since' ? t('tooOld') : sayError(error, tErrors)
      setSaid({ words: queued === 0 ? words : `${t('queued', { count: queued })} ${words}`, bad: true })
    } finally {
      setBusy(false)
    }
  }
  return (
    <section aria-labelledby={`${field}-title`} className="slab px-5 py-4">
      <h2 id={`${field}-title`} className="font-semibold">
        {t('title')}
      </h2>
      <p className="mt-1 mb-3 text-sm text-muted">{t('lead')}</p>
      <form onSubmit={submit} className="grid gap-3">
        <select
          aria-label={t('span')}
          value={span}
          onChange={({ target }) => setSpan(names.find((name) => name === target.value) ?? 'day')}
          className="h-9 w-full rounded-[0.625rem] border border-edge bg-surface px-2 text-sm"
        >
          {names.map((name) => (
            <option key={name} value={name}>
              {t(`spans.${name}`)}
            </option>
          ))}
        </select>
        <label className="flex items-start gap-2.5 text-sm">
          <input
            type="checkbox"
            checked={all}
            onChange={({ target }) => setAll(target.checked)}
            className="mt-0.5 size-4.5 shrink-0 accent-accent"
          />
          {t('all')}
        </label>
        <Button type="submit" look="quiet" size="small" disabled={busy || !active}>
          {t('go')}
        </Button>
        <p aria-live="polite" className={`text-sm empty:hidden ${said?.bad ? 'text-bad' : 'text-good'}`}>
          {said?.words}
        </p>
      </form>
    </section>
  )
}
