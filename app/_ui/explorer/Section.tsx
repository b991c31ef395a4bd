import type { ReactNode } from 'react'

type Props = { id: string; title: string; lead?: ReactNode; children: ReactNode }

/** One question that the page answers, on a slab of its own. */
export function Section({ id, title, lead, children }: Props) {
  return (
    <section className="slab p-5 sm:p-6" aria-labelledby={id}>
      <h2 id={id} className="text-section font-semibold">
        {title}
      </h2>
      {lead && <p className="mt-1.5 text-muted">{lead}</p>}
      <div className="mt-5">{children}</div>
    </section>
  )
}

/** Names and values on one slab; values may be hashes. */
export function Rows({ rows }: { rows: (readonly [string, ReactNode] | null)[] }) {
  return (
    <dl className="divide-y divide-line border-t border-line text-[0.9375rem]">
      {rows.map(
        (row) =>
          row && (
            <div key={row[0]} className="flex min-h-11 flex-wrap items-center justify-between gap-x-6 gap-y-0.5 py-2">
              <dt className="min-w-0 text-muted [overflow-wrap:anywhere]">{row[0]}</dt>
              <dd className="min-w-0 text-right font-medium [overflow-wrap:anywhere]">{row[1]}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
