'use client'

import { useTranslations } from 'next-intl'
import type { Json } from '../draft.ts'
import { type ControlProps, codeClass, inputClass, isRecord, textOf, withValue } from './control.ts'
import { Grouped } from './Labelled.tsx'

type Part = {
  name: string
  words: string
  code?: boolean
  wide?: boolean
  read?: (text: string) => Json | undefined
  options?: readonly { value: string; words: string }[]
}

const asText = (text: string): Json | undefined => (text === '' ? undefined : text)
export const asNumber = (text: string): Json | undefined => (text === '' ? undefined : /^\d{1,3}$/.test(text) ? Number(text) : text)

/** Several named values side by side, as one parameter. */
export function NamedValues({ label, hint, value, onChange, error, parts }: ControlProps & { parts: readonly Part[] }) {
  const record = isRecord(value) ? value : {}
  return (
    <Grouped label={label} hint={hint} error={error}>
      <div className="flex flex-wrap gap-2">
        {parts.map(({ name, words, code = false, wide = false, read = asText, options }) => {
          const shared = {
            'aria-label': `${label}: ${words}`,
            'aria-invalid': error !== null,
            value: textOf(record[name]),
            className: `h-9 flex-1 ${wide ? 'basis-full' : 'basis-24'} ${inputClass} ${code ? codeClass : ''}`,
          }
          if (options)
            return (
              <select key={name} {...shared} onChange={({ target }) => onChange(withValue(value, name, target.value))}>
                {options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.words}
                  </option>
                ))}
              </select>
            )
          return (
            <input
              key={name}
              {...shared}
              placeholder={words}
              autoComplete="off"
              spellCheck={!code}
              onChange={({ target }) => onChange(withValue(value, name, read(target.value)))}
            />
          )
        })}
      </div>
    </Grouped>
  )
}

/** A text in every language of the site. */
export function Words(props: ControlProps) {
  const t = useTranslations('rule')
  return (
    <NamedValues
      {...props}
      parts={[
        { name: 'en', words: t('english'), wide: true },
        { name: 'ja', words: t('japanese'), wide: true },
      ]}
    />
  )
}

/** An argument and how much of it. */
export function Measured(props: ControlProps) {
  const t = useTranslations('rule')
  return (
    <NamedValues
      {...props}
      parts={[
        { name: 'arg', words: t('argument'), code: true },
        props.field.path.endsWith('distinct')
          ? { name: 'gte', words: t('atLeast'), code: true, read: asNumber }
          : { name: 'gte', words: t('atLeast'), code: true },
      ]}
    />
  )
}

const comparisons = ['gte', 'gt', 'eq', 'ne', 'lt', 'lte'] as const

export function Comparison(props: ControlProps) {
  const t = useTranslations('rule')
  const value = isRecord(props.value) ? props.value : { op: 'gte' }
  const onChange = (next: Json | undefined) => props.onChange(isRecord(next) && next.value === undefined ? undefined : next)
  return (
    <NamedValues
      {...props}
      value={value}
      onChange={onChange}
      parts={[
        { name: 'op', words: t('operator'), options: comparisons.map((value) => ({ value, words: t(`operators.${value}`) })) },
        { name: 'value', words: t('baseUnits'), code: true },
      ]}
    />
  )
}

const tokenParts = {
  address: { name: 'address', code: true, wide: true },
  decimals: { name: 'decimals', code: true, read: asNumber },
  symbol: { name: 'symbol', code: false },
} as const

const standards = ['native', 'erc20', 'erc721', 'erc1155'] as const

/** A coin or token of an EVM chain. What belongs to another standard goes when the standard is changed. */
export function Token(props: ControlProps) {
  const t = useTranslations('rule')
  const record = isRecord(props.value) ? props.value : { standard: 'native' }
  const { standard } = record
  const parts: Part[] = [
    { name: 'standard', words: t('standard'), options: standards.map((value) => ({ value, words: t(`standards.${value}`) })), wide: true },
  ]
  if (standard !== 'native') parts.push({ ...tokenParts.address, words: t('contract') }, { ...tokenParts.symbol, words: t('symbol') })
  if (standard === 'erc20') parts.push({ ...tokenParts.decimals, words: t('decimals') })
  if (standard === 'erc721' || standard === 'erc1155')
    parts.push({ name: 'ids', words: t('tokenIds'), code: true, wide: true, read: readIds })
  const onChange = (next: Json | undefined) => {
    if (!isRecord(next) || next.standard === standard) return props.onChange(next)
    const { address, symbol, decimals } = next
    const kept = next.standard === 'native' ? {} : { address, symbol, ...(next.standard === 'erc20' ? { decimals } : {}) }
    props.onChange(
      Object.fromEntries(Object.entries({ standard: next.standard, ...kept }).filter(([, value]) => value !== undefined)) as Json,
    )
  }
  const shown = Array.isArray(record.ids) ? { ...record, ids: record.ids.join(' ') } : record
  return <NamedValues {...props} value={shown} onChange={(next) => onChange(isRecord(next) ? unshow(next, record) : next)} parts={parts} />
}

/** Ids are shown as words; where another part was changed, the list is put back. */
const unshow = (next: { [name: string]: Json }, before: { [name: string]: Json }): Json =>
  typeof next.ids === 'string' ? { ...next, ids: before.ids ?? [] } : next

function readIds(text: string): Json | undefined {
  const ids = text.split(/[\s,]+/).filter((id) => id !== '')
  return ids.length === 0 ? undefined : ids
}

export function SolanaToken(props: ControlProps) {
  const t = useTranslations('rule')
  return (
    <NamedValues
      {...props}
      parts={[
        { ...tokenParts.address, words: t('mint') },
        { ...tokenParts.symbol, words: t('symbol') },
        { ...tokenParts.decimals, words: t('decimals') },
      ]}
    />
  )
}
