'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { inputClass } from '#app/_ui/rule/controls/control.ts'
import { idOf, useAt } from '../state/editor.ts'
import { fromLocal, sayZone, toLocal } from './localTime.ts'
import { isWrong, Said } from './Said.tsx'

/** A time, in the time zone of whoever writes; in UTC, which the chains count by, below it. */
export function MomentField({ path, label }: { path: string; label: string }) {
  const t = useTranslations('editor')
  const locale = useLocale()
  const { value, set, problems } = useAt(path)
  // The server does not know the reader's time zone.
  const [here, setHere] = useState(false)
  useEffect(() => setHere(true), [])
  // Half a date is no time yet: the browser keeps it while it is written.
  const [typed, setTyped] = useState<{ of: string | null; text: string } | null>(null)
  const id = idOf(path)
  const iso = typeof value === 'string' ? value : null
  const shown = !here ? '' : typed?.of === iso && typed ? typed.text : iso === null ? '' : toLocal(iso)
  const at = iso === null ? null : new Date(iso)
  const utc =
    at && !Number.isNaN(at.getTime())
      ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(at)
      : null
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        type="datetime-local"
        value={shown}
        onChange={({ target }) => {
          const next = fromLocal(target.value)
          setTyped({ of: next, text: target.value })
          set(next)
        }}
        aria-describedby={`${id}-says ${id}-zone`}
        aria-invalid={isWrong(problems)}
        className={`h-10 ${inputClass}`}
      />
      <p id={`${id}-zone`} className="mt-1 min-h-5 text-sm text-faint">
        {here && [sayZone(locale, at && utc ? at : new Date()), utc && t('utc', { time: utc })].filter(Boolean).join(' · ')}
      </p>
      <Said id={`${id}-says`} problems={problems} className="-mt-0.5" />
    </div>
  )
}
