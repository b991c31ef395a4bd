'use client'

import { type ComponentProps, useId } from 'react'

type Props = ComponentProps<'textarea'> & { label: string; hint?: string; error?: string | null }

/** Several lines of a form: their label, what is expected, and what was wrong with them, beside them. */
export function WordsField({ label, hint, error = null, className = '', rows = 4, ...area }: Props) {
  const id = useId()
  const says = error ?? hint
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-[0.9375rem] font-medium">
        {label}
      </label>
      <textarea
        id={id}
        rows={rows}
        aria-describedby={says ? `${id}-says` : undefined}
        aria-invalid={error !== null}
        className="block w-full min-w-0 resize-y rounded-[0.625rem] border border-edge bg-surface px-3.5 py-2.5 leading-relaxed placeholder:text-faint aria-invalid:border-bad"
        {...area}
      />
      <p id={`${id}-says`} aria-live="polite" className={`mt-1.5 text-sm empty:hidden ${error === null ? 'text-faint' : 'text-bad'}`}>
        {says}
      </p>
    </div>
  )
}
