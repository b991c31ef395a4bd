'use client'

import { type ReactNode, useId } from 'react'

type Props = {
  label: string
  hint?: string | undefined
  error: string | null
  /** What the label is of, by its id and that of the words below it. */
  children: (ids: { id: string; says: string }) => ReactNode
}

/** A control with its label, and below it what is expected or what is wrong. */
export function Labelled({ label, hint, error, children }: Props) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      {children({ id, says: `${id}-says` })}
      <p id={`${id}-says`} className={`mt-1 text-sm break-words empty:hidden ${error === null ? 'text-faint' : 'text-bad'}`}>
        {error ?? hint}
      </p>
    </div>
  )
}

/** Several inputs that are one parameter. */
export function Grouped({ label, hint, error, children }: Omit<Props, 'children'> & { children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      {children}
      <p className={`mt-1 text-sm break-words empty:hidden ${error === null ? 'text-faint' : 'text-bad'}`}>{error ?? hint}</p>
    </fieldset>
  )
}
