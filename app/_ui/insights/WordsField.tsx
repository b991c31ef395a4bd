'use client'

import { useId } from 'react'

type Props = {
  label: string
  hint: string
  /** How much of it is used, in words. */
  count: string
  error: string | null
  value: string
  onChange(value: string): void
  most: number
}

/** A few sentences: their label, what is expected, how much room is left, and what was wrong, beside them. */
export function WordsField({ label, hint, count, error, value, onChange, most }: Props) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-[0.9375rem] font-medium">
        {label}
      </label>
      <textarea
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        maxLength={most}
        rows={4}
        required
        aria-describedby={`${id}-says`}
        aria-invalid={error !== null}
        className="block w-full min-w-0 rounded-[0.625rem] border border-edge bg-surface px-3.5 py-2.5 aria-invalid:border-bad"
      />
      <div className="mt-1.5 flex justify-between gap-4 text-sm">
        <p id={`${id}-says`} aria-live="polite" className={error === null ? 'text-faint' : 'text-bad'}>
          {error ?? hint}
        </p>
        <p className="shrink-0 text-faint">{count}</p>
      </div>
    </div>
  )
}
