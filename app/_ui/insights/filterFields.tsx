import type { ReactNode } from 'react'

const box = 'h-10.5 w-full min-w-0 rounded-[0.625rem] border border-edge bg-surface px-3 text-[0.9375rem] text-ink aria-invalid:border-bad'

/** One of several, in a form that the browser sends. */
export function Choice({ name, label, value, children }: { name: string; label: string; value: string | undefined; children: ReactNode }) {
  return (
    <label className="grid min-w-0 gap-1.5 text-sm text-muted">
      {label}
      <select name={name} defaultValue={value ?? ''} className={box}>
        {children}
      </select>
    </label>
  )
}

type DateProps = { name: string; label: string; value: string | undefined; error?: string | null }

/** A day; on the smallest phones in a line of its own, where the browser's calendar sign fits beside it. What is wrong with the days together is said once, under `days-wrong`. */

export function DateField({ name, label, value, error = null }: DateProps) {
  return (
    <label className="grid min-w-0 gap-1.5 text-sm text-muted max-[25rem]:col-span-2">
      {label}
      <input
        type="date"
        name={name}
        defaultValue={value}
        min="2024-01-01"
        max="2999-12-31"
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : 'days-wrong'}
        className={box}
      />
    </label>
  )
}
