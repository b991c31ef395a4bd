import type { Text } from '../verdict.ts'
import type { Components } from './abi.ts'
import type { Unit } from './fields.ts'
import { type Actor, type Filter, meets, type Operator, toInteger } from './filters.ts'
import { amountText, chainName, valueText } from './wording.ts'

const zeroAddress = `0x${'0'.repeat(40)}`

type Units = Readonly<Record<string, Unit>> | undefined

/** What sentences about a deed are made of: the deed in words, its amount, everything else that must hold. */
export type Deed = {
  /** Past tense in English, a する noun in Japanese. */
  action?: Text | undefined
  /** Name of the event or function, for deeds without words. */
  name: string
  where: readonly Filter[]
  units: Units
}

/** The condition that says how much: the first minimum on an argument whose unit is declared. */
export function amountCondition({ where, units }: Pick<Deed, 'where' | 'units'>): Filter | undefined {
  return where.find(
    (condition) =>
      (condition.op === 'gte' || condition.op === 'gt' || isOutflow(condition)) &&
      typeof condition.value === 'string' &&
      units?.[condition.arg] !== undefined,
  )
}

/** A pool logs what it pays out as a negative number: `amount0 ≤ -100` asks for at least 100, and people say it without the sign. */
const isOutflow = ({ op, value }: Filter) => (op === 'lte' || op === 'lt') && String(value).startsWith('-')

/** The least amount that a condition asks for, as people say it. */
function minimumText(condition: Filter, unit: Unit | undefined): string {
  const shown = valueText(condition.value, unit)
  return isOutflow(condition) ? shown.slice(1) : shown
}

const signs = { eq: '=', ne: '≠', gt: '>', gte: '≥', lt: '<', lte: '≤' } as const satisfies Partial<Record<Operator, string>>

/** `fee = 500`, `recipient = your wallet`, `fee one of 500, 3000`. */
export function conditionText({ arg, op, value }: Filter, units: Units): Text {
  const unit = units?.[arg]
  const list = (Array.isArray(value) ? value : [value]).slice(0, 5)
  const en = list.map((item) => operandText(item, unit).en).join(', ')
  const ja = list.map((item) => operandText(item, unit).ja).join('、')
  if (op === 'in') return { en: `${arg} one of ${en}`, ja: `${arg} が ${ja} のいずれか` }
  if (op === 'notIn') return { en: `${arg} none of ${en}`, ja: `${arg} が ${ja} 以外` }
  if (op === 'between') return { en: `${arg} between ${en.replace(', ', ' and ')}`, ja: `${arg} が ${ja.replace('、', ' から ')} まで` }
  if (op === 'bitmask') return { en: `${arg} & ${en.replace(', ', ' = ')}`, ja: `${arg} & ${ja.replace('、', ' = ')}` }
  if (op === 'regex') return { en: `${arg} matches /${value}/`, ja: `${arg} が /${value}/ に一致` }
  if (op === 'contains') return { en: `${arg} contains ${en}`, ja: `${arg} が ${ja} を含む` }
  if (op === 'startsWith') return { en: `${arg} starts with ${en}`, ja: `${arg} が ${ja} で始まる` }
  return { en: `${arg} ${signs[op]} ${en}`, ja: `${arg} ${signs[op]} ${ja}` }
}

function operandText(item: string | boolean, unit: Unit | undefined): Text {
  if (item === '$account') return { en: 'your wallet', ja: 'あなたのウォレット' }
  if (item === '$linked') return { en: 'one of your wallets', ja: '連携済みのウォレット' }
  if (item === zeroAddress) return { en: 'the zero address', ja: 'ゼロアドレス' }
  const shown = valueText(item, unit)
  return { en: shown, ja: shown }
}

/** What is wanted, as one line: `Have swapped at least 10 USDC on Base (fee = 500), 3 times`; `more`: further measures in words. */
export function wantedText(
  deed: Deed,
  chain: string,
  { more = [], total }: { more?: readonly Text[]; total?: string | undefined } = {},
): Text {
  const condition = amountCondition(deed)
  const minimum = total ?? (condition ? minimumText(condition, deed.units?.[condition.arg]) : undefined)
  const isStrict = !total && (condition?.op === 'gt' || condition?.op === 'lt')
  const others = deed.where.filter((item) => item !== condition).map((item) => conditionText(item, deed.units))
  const en = [
    deed.action ? `Have ${deed.action.en}` : `Have made a “${deed.name}”`,
    minimum === undefined ? '' : ` ${isStrict ? 'more than' : 'at least'} ${minimum}`,
    total === undefined ? '' : ' in total',
    ` on ${chainName(chain).en}`,
    others.length === 0 ? '' : ` (${others.map((item) => item.en).join('; ')})`,
    ...more.map((item) => `, ${item.en}`),
  ]
  const bound = isStrict ? 'を超える量' : '以上'
  const ja = [
    `${chainName(chain).ja} で`,
    total !== undefined ? '合計 ' : minimum !== undefined || /^[\x21-\x7e]/.test(deed.action?.ja ?? '') ? ' ' : '',
    minimum === undefined ? '' : `${minimum} ${bound}を`,
    deed.action ? `${deed.action.ja}する` : minimum === undefined ? `「${deed.name}」を実行する` : `「${deed.name}」で動かす`,
    others.length === 0 ? '' : `(条件: ${others.map((item) => item.ja).join('、')})`,
    ...more.map((item) => `、${item.ja}`),
  ]
  return { en: en.join(''), ja: ja.join('') }
}

/** What was done and met everything: `swapped 12.50 USDC`. */
export function doneText(deed: Deed, measured: string | undefined): Text {
  const condition = amountCondition(deed)
  const amount = condition && isOutflow(condition) ? measured?.replace(/^-/, '') : measured
  const en = `${deed.action?.en ?? `made a “${deed.name}”`}${amount === undefined ? '' : deed.action ? ` ${amount}` : ` of ${amount}`}`
  const what = deed.action ? `${deed.action.ja}しました` : `「${deed.name}」を実行しました`
  return { en, ja: amount === undefined ? what : deed.action ? `${amount} を${what}` : `${what}(${amount})` }
}

/** What was done and fell short: `swapped 9.70 USDC, 10 needed`; other conditions are named with what they found. */
export function shortText(deed: Deed, failed: Filter, got: unknown): Text {
  const unit = deed.units?.[failed.arg]
  const isRightWay = !isOutflow(failed) || amountOf(got) < 0n
  if (failed === amountCondition(deed) && isRightWay) {
    const base = doneText(deed, valueText(got, unit))
    const need = minimumText(failed, unit ? { ...unit, symbol: '' } : undefined).trim()
    return { en: `${base.en}, ${need} needed`, ja: `${base.ja}(必要: ${minimumText(failed, unit)})` }
  }
  const base = doneText(deed, undefined)
  const needed = conditionText(failed, deed.units)
  const found = got === undefined ? { en: 'nothing', ja: 'なし' } : { en: valueText(got, unit), ja: valueText(got, unit) }
  return {
    en: `${base.en}, but ${failed.arg} was ${found.en}; needed: ${needed.en}`,
    ja: `${base.ja}が、${failed.arg} は ${found.ja} でした(必要: ${needed.ja})`,
  }
}

export type Checked = { ok: true } | { ok: false; failed: Filter; got: unknown; met: number }

/** Every condition on one decoded log or call. */
export function checkAll(where: readonly Filter[], decoded: { inputs: Components; args: unknown }, actor: Actor): Checked {
  let first: { failed: Filter; got: unknown } | undefined
  let met = 0
  for (const condition of where) {
    const result = meets(condition, decoded, actor)
    if (result.ok) met++
    else first ??= { failed: condition, got: result.got[0] }
  }
  return first ? { ok: false, ...first, met } : { ok: true }
}

/** An integer argument as an amount for sums and sentences; 0 when it is none. */
export const amountOf = (value: unknown): bigint => toInteger(value) ?? 0n

export function amountShown(value: unknown, unit: Unit | undefined): string {
  return amountText(amountOf(value), unit)
}

/** Decoded values as JSON: integers as decimal strings, hex in lower case. */
export function toJson(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value === 'string') return /^0x[0-9a-fA-F]*$/.test(value) ? value.toLowerCase() : value.toWellFormed()
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]))
  return value ?? null
}
