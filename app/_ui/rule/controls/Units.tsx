'use client'

import { useTranslations } from 'next-intl'
import type { Json } from '../draft.ts'
import { type ControlProps, codeClass, inputClass, isRecord, numberOf, textOf } from './control.ts'
import { Grouped } from './Labelled.tsx'
import { AddButton, RemoveButton } from './rows.tsx'

type Entry = [name: string, unit: { [name: string]: Json }]

/** How arguments that are numbers are written for people: each by its name, with its decimals and its symbol. */
export function Units({ label, hint, value, onChange, error }: ControlProps) {
  const t = useTranslations('rule')
  const entries: Entry[] = Object.entries(isRecord(value) ? value : {}).map(([name, unit]) => [name, isRecord(unit) ? unit : {}])
  const set = (next: Entry[]) => onChange(next.length === 0 ? undefined : Object.fromEntries(next))
  const put = (index: number, name: string, unit: Entry[1]) => {
    // Two of one name would be one: the other is still being written.
    if (entries.some(([known], i) => i !== index && known === name)) return
    set(entries.with(index, [name, unit]))
  }
  return (
    <Grouped label={label} hint={hint ?? t('unitsHint')} error={error}>
      <ul className="grid gap-2">
        {entries.map(([name, unit], index) => {
          const place = `${label} ${index + 1}`
          const shared = { autoComplete: 'off', spellCheck: false, 'aria-invalid': error !== null }
          return (
            // An entry is its place: its name is what is being written.
            <li key={place} className="flex gap-2">
              <input
                {...shared}
                aria-label={`${place}: ${t('argument')}`}
                placeholder={t('argument')}
                value={name}
                onChange={({ target }) => put(index, target.value, unit)}
                className={`h-9 flex-[2] ${inputClass} ${codeClass}`}
              />
              <input
                {...shared}
                aria-label={`${place}: ${t('decimals')}`}
                placeholder={t('decimals')}
                inputMode="numeric"
                value={textOf(unit.decimals)}
                onChange={({ target }) => put(index, name, { ...unit, decimals: numberOf(target.value) ?? '' })}
                className={`h-9 flex-1 ${inputClass} ${codeClass}`}
              />
              <input
                {...shared}
                aria-label={`${place}: ${t('symbol')}`}
                placeholder={t('symbol')}
                value={textOf(unit.symbol)}
                onChange={({ target }) => put(index, name, { ...unit, symbol: target.value })}
                className={`h-9 flex-1 ${inputClass}`}
              />
              <RemoveButton words={t('removeCondition', { place })} onClick={() => set(entries.toSpliced(index, 1))} />
            </li>
          )
        })}
      </ul>
      {entries.every(([name]) => name !== '') && (
        <div className={entries.length > 0 ? 'mt-2' : ''}>
          <AddButton words={t('addUnit')} onClick={() => set([...entries, ['', { decimals: 18, symbol: '' }]])} />
        </div>
      )}
    </Grouped>
  )
}
