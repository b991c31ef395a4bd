'use client'

import { type ComponentProps, useId } from 'react'

type Props = ComponentProps<'input'> & {
  label: string
  /** What is expected; always there. */
  hint?: string
  /** What is wrong, in the place of the hint. */
  error?: string | null
  /** For addresses, hashes and the like. */
  code?: boolean
}

/** One line of a form: its label, what is expected, and what was wrong with it, beside it. */
export function Field({ label, hint, error = null, code = false, className = '', ...input }: Props) {
  const id = useId()
  const says = error ?? hint
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-[0.9375rem] font-medium">
        {label}
      </label>
      <input
        id={id}
        aria-describedby={says ? `${id}-says` : undefined}
        aria-invalid={error !== null}
        className={`h-10 w-full min-w-0 rounded-[0.625rem] border border-edge bg-surface px-3.5 placeholder:text-faint aria-invalid:border-bad ${code ? 'font-mono text-[0.9375rem]' : ''}`}
        {...input}
      />
      <p id={`${id}-says`} aria-live="polite" className={`mt-1.5 text-sm empty:hidden ${error === null ? 'text-faint' : 'text-bad'}`}>
        {says}
      </p>
    </div>
  )
}
