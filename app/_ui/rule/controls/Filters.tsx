'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Icon } from '#app/_ui/base/Icon.tsx'
import type { Json } from '../draft.ts'
import { type ControlProps, codeClass, inputClass, isRecord, textOf } from './control.ts'
import { Grouped } from './Labelled.tsx'

/** As in `server/verify/kinds/filters.ts` and `jsonConditions.ts`. */
const operators = ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'notIn', 'contains', 'startsWith', 'between', 'bitmask', 'regex'] as const
const lists = ['in', 'notIn', 'between', 'bitmask']

/** Lists are written with commas, truth as the word; everything else is text. */
const readValue = (text: string, operator: string): Json =>
  lists.includes(operator) ? text.split(',').map((each) => each.trim()) : text === 'true' || text === 'false' ? text === 'true' : text

const showValue = (value: Json | undefined) => (Array.isArray(value) ? value.map(textOf).join(', ') : textOf(value))

type Row = { [name: string]: Json }

/** Conditions on values: each a name or path, an operator and what it is compared with. Names that the field knows are offered. */
export function Filters({ field, label, hint, value, onChange, error }: ControlProps) {
  const t = useTranslations('rule')
  const known = useId()
  const rows: Row[] = Array.isArray(value) ? value.map((row) => (isRecord(row) ? row : {})) : []
  // Answers of endpoints are named by `path`, arguments by `arg`.
  const named = rows.some((row) => 'path' in row) ? 'path' : 'arg'
  const set = (next: Row[]) => onChange(next.length === 0 ? undefined : next)
  const change = (index: number, part: Row) => set(rows.with(index, { ...rows[index], ...part }))
  return (
    <Grouped label={label} hint={hint} error={error}>
      {field.options && (
        <datalist id={known}>
          {field.options.map(({ value: name, label: words }) => (
            <option key={name} value={name}>
              {words.en}
            </option>
          ))}
        </datalist>
      )}
      <ul className="grid gap-2">
        {rows.map((row, index) => {
          const operator = textOf(row.op) || 'eq'
          const place = `${label} ${index + 1}`
          return (
            <li key={place} className="flex flex-wrap gap-2 sm:flex-nowrap">
              <input
                aria-label={`${place}: ${t('argument')}`}
                placeholder={t('argument')}
                value={textOf(row[named])}
                list={field.options && known}
                onChange={({ target }) => change(index, { [named]: target.value })}
                spellCheck={false}
                className={`h-9 flex-1 basis-28 ${inputClass} ${codeClass}`}
              />
              <select
                aria-label={`${place}: ${t('operator')}`}
                value={operator}
                onChange={({ target }) => change(index, { op: target.value, value: readValue(showValue(row.value), target.value) })}
                className={`h-9 max-w-32 flex-none ${inputClass}`}
              >
                {operators.map((name) => (
                  <option key={name} value={name}>
                    {t(`operators.${name}`)}
                  </option>
                ))}
              </select>
              <input
                aria-label={`${place}: ${t('value')}`}
                placeholder={t('value')}
                value={showValue(row.value)}
                onChange={({ target }) => change(index, { value: readValue(target.value, operator) })}
                spellCheck={false}
                className={`h-9 flex-1 basis-28 ${inputClass} ${codeClass}`}
              />
              <button
                type="button"
                aria-label={t('removeCondition', { place })}
                onClick={() => set(rows.toSpliced(index, 1))}
                className="grid size-9 shrink-0 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink"
              >
                <Icon name="cross" className="size-4" />
              </button>
            </li>
          )
        })}
      </ul>
      <button
        type="button"
        onClick={() =>
          set([...rows, named === 'path' ? { path: '', type: 'string', op: 'eq', value: '' } : { arg: '', op: 'eq', value: '' }])
        }
        className="mt-2 text-sm font-medium text-accent-text underline-offset-4 hover:underline"
      >
        {t('addCondition')}
      </button>
    </Grouped>
  )
}
