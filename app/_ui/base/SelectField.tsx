'use client'

import { type ComponentProps, useId } from 'react'

type Props = ComponentProps<'select'> & { label: string; hint?: string; error?: string | null }

/** One choice of a form: its label, what is expected, and what was wrong with it, beside it. */
export function SelectField({ label, hint, error = null, className = '', children, ...select }: Props) {
  const id = useId()
  const says = error ?? hint
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-[0.9375rem] font-medium">
        {label}
      </label>
      <select
        id={id}
        aria-describedby={says ? `${id}-says` : undefined}
        aria-invalid={error !== null}
        className="h-10 w-full min-w-0 rounded-[0.625rem] border border-edge bg-surface px-3 text-[0.9375rem] aria-invalid:border-bad"
        {...select}
      >
        {children}
      </select>
      <p id={`${id}-says`} aria-live="polite" className={`mt-1.5 text-sm empty:hidden ${error === null ? 'text-faint' : 'text-bad'}`}>
        {says}
      </p>
    </div>
  )
}
