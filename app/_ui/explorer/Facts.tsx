import type { ReactNode } from 'react'

type Props = { facts: (readonly [string, ReactNode] | null)[] /** Names are code, not words. */; code?: boolean }

/** Name and value in two columns; values may be hashes. */
export function FactList({ facts, code = false }: Props) {
  return (
    <dl className="slab divide-y divide-line text-[0.9375rem]">
      {facts.map(
        (fact) =>
          fact && (
            <div key={fact[0]} className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 gap-y-0.5 px-5 py-2.5">
              <dt className={`text-muted ${code ? 'font-mono text-[0.875em]' : ''}`}>{fact[0]}</dt>
              <dd className="min-w-0 text-right font-medium">{fact[1]}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
