'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '#app/_ui/base/Button.tsx'
import type { BrokenRow, By } from './sendList.ts'

type Props = { rows: readonly BrokenRow[]; count: number; by: By; busy: boolean; onSkip: () => void }

/** What scrolls must be reached without a mouse. */
const reached = { tabIndex: 0 }

/** The rows that do not hold, by their number in the file, each with what was found and what is expected. */
export function BrokenRows({ rows, count, by, busy, onSkip }: Props) {
  const t = useTranslations('list.broken')
  const format = useFormatter()
  const expectedOf = ({ column, expected }: BrokenRow) => {
    const [, fields] = /^(\d+) fields$/.exec(expected) ?? []
    if (fields !== undefined) return t('fields', { count: Number(fields) })
    return column === 1 && /address|handle/.test(expected) ? t(`key.${by}`) : expected
  }
  const foundOf = ({ found }: BrokenRow) => {
    const [, fields] = /^(\d+) fields$/.exec(found) ?? []
    return fields === undefined ? found : t('fields', { count: Number(fields) })
  }
  return (
    <section aria-label={t('label')} className="min-w-0 rounded-xl border border-bad/40">
      <section {...reached} aria-label={t('table')} className="max-h-64 overflow-auto">
        <table className="w-full text-left text-sm">
          <thead className="sticky top-0 bg-surface text-faint">
            <tr>
              {(['row', 'found', 'expected'] as const).map((head) => (
                <th key={head} scope="col" className="px-3 py-2 font-medium">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line border-t border-line align-top">
            {rows.map((row) => (
              <tr key={`${row.line} ${row.column}`}>
                <td className="px-3 py-1.5 tabular-nums">{format.number(row.line)}</td>
                <td className="px-3 py-1.5 font-mono text-[0.8125rem] break-all">{foundOf(row) || t('nothing')}</td>
                <td className="px-3 py-1.5 text-muted">{expectedOf(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="grid gap-2 border-t border-line px-3 py-3">
        {count > rows.length && <p className="text-sm text-muted">{t('more', { shown: format.number(count - rows.length) })}</p>}
        <p className="text-sm text-muted">{t('choice')}</p>
        <Button look="quiet" size="small" className="justify-self-start" disabled={busy} onClick={onSkip}>
          {t('skip')}
        </Button>
      </div>
    </section>
  )
}
