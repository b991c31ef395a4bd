'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'

type Props = Omit<ComponentProps<'input'>, 'id'> & { label: string; error?: string | null; hint?: ReactNode; beside?: ReactNode }

/** An input with its label, a word of help, and what is wrong with it, right below. */
export function Field({ label, error = null, hint, beside, className = '', ...input }: Props) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="text-[0.9375rem] font-medium">
        {label}
      </label>
      <div className="relative mt-1.5">
        <input
          id={id}
          aria-describedby={`${id}-says`}
          aria-invalid={error !== null}
          autoComplete="off"
          spellCheck={false}
          className={`h-12 w-full min-w-0 rounded-[0.625rem] border border-edge bg-surface px-3.5 placeholder:text-faint aria-invalid:border-bad ${className}`}
          {...input}
        />
        {beside && <div className="absolute inset-y-0 right-2 flex items-center">{beside}</div>}
      </div>
      <p id={`${id}-says`} aria-live="polite" className={`mt-1.5 min-h-5 text-sm ${error === null ? 'text-faint' : 'text-bad'}`}>
        {error ?? hint}
      </p>
    </div>
  )
}
