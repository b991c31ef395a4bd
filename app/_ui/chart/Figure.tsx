import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '#app/_ui/base/Icon.tsx'
import type { Scale } from './scale.ts'

export type Legend = { name: string; mark: ReactNode }[]

type Props = {
  title: string
  lead: string
  /** All that the picture says, in a sentence. */
  summary: string
  scale: Scale
  tick(value: number): string
  /** What stands at the two ends below. */
  ends: [string, string]
  legend?: Legend
  /** The same figures as a table. */
  head: string[]
  rows: string[][]
  /** Marks, placed by percentages of the plot. */
  children: ReactNode
}

/** A chart that is drawn on the server: a picture with its sentence, its axis, and the table that it was drawn from. */
export function Figure({ title, lead, summary, scale, tick, ends, legend = [], head, rows, children }: Props) {
  const marks = scale.ticks.map((value) => ({ value, top: percent(1 - scale.at(value)) }))
  const widest = marks.map(({ value }) => tick(value)).reduce((a, b) => (b.length > a.length ? b : a), '')
  return (
    <figure className="slab min-w-0 p-5 sm:p-6">
      <figcaption>
        <h3 className="font-semibold">{title}</h3>
        <p className="mt-1 text-sm text-muted">{lead}</p>
      </figcaption>
      {legend.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
          {legend.map(({ name, mark }) => (
            <li key={name} className="flex items-center gap-2">
              <svg viewBox="0 0 12 12" className="size-3 overflow-visible" aria-hidden="true">
                {mark}
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      <div className="mt-5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-xs text-faint">
        <div className="relative h-44" aria-hidden="true">
          <span className="invisible">{widest}</span>
          {marks.map(({ value, top }) => (
            <span key={value} className="absolute right-0 -translate-y-1/2" style={{ top }}>
              {tick(value)}
            </span>
          ))}
        </div>
        <svg role="img" aria-label={summary} className="h-44 w-full overflow-visible">
          {marks.map(({ value, top }) => (
            <line key={value} x1="0" x2="100%" y1={top} y2={top} className="stroke-line" strokeWidth={1} />
          ))}
          {children}
        </svg>
        <div className="col-start-2 mt-2 flex justify-between gap-4" aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      </div>
      <TableView title={title} head={head} rows={rows} />
    </figure>
  )
}

/** The table that a picture was drawn from, behind a word of its own. */
export function TableView({ title, head, rows }: Pick<Props, 'title' | 'head' | 'rows'>) {
  const t = useTranslations('charts')
  return (
    <details className="group mt-4 text-sm">
      <summary className="inline-flex min-h-6 list-none items-center gap-1.5 text-muted hover:text-ink [&::-webkit-details-marker]:hidden">
        <Icon name="right" className="size-3.5 transition-transform group-open:rotate-90" />
        {t('table')}
        <span className="sr-only">: {title}</span>
      </summary>
      <DataTable head={head} rows={rows} />
    </details>
  )
}

function DataTable({ head, rows }: { head: string[]; rows: string[][] }) {
  return (
    <table className="mt-3 w-full">
      <thead className="text-faint">
        <tr className="border-b border-line">
          {head.map((name, i) => (
            <th key={name} scope="col" className={`py-1.5 font-medium ${i === 0 ? 'text-left' : 'pl-3 text-right'}`}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]} className="border-b border-line last:border-0">
            {row.map((cell, i) =>
              i === 0 ? (
                <th key={head[i]} scope="row" className="py-1.5 text-left font-medium">
                  {cell}
                </th>
              ) : (
                <td key={head[i]} className="py-1.5 pl-3 text-right text-muted">
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A share of the plot as SVG takes it: two digits after the point are finer than a screen. */
export const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`
