import * as z from 'zod'
import type { Text } from '../verdict.ts'
import { type Components, parameterAt, valuesAt } from './abi.ts'
import type { Refuse } from './abiParams.ts'
import { amountOf, amountShown } from './conditions.ts'
import { count, type Unit, uint } from './fields.ts'
import { familyOf } from './filters.ts'
import type { FormField } from './form.ts'
import type { Match } from './settling.ts'

const arg = z.string().max(200)
const seconds = z.int().min(1).max(31_536_000)

/**
 * How much of a deed is enough, over all matching deeds of all wallets. `sum` and `max` in base units; `distinct`: so many different values;
 * `days`: on so many different UTC days; `gap`: seconds between one counted deed and the next (`atLeast` keeps apart what was done in one go, `atMost`
 * breaks the row that `count` asks for).
 */
export const measureShape = {
  count: count.optional(),
  sum: z.strictObject({ arg, gte: uint }).optional(),
  max: z.strictObject({ arg, gte: uint }).optional(),
  distinct: z.strictObject({ arg, gte: count }).optional(),
  days: z.int().min(1).max(366).optional(),
  gap: z
    .strictObject({ atLeast: seconds.optional(), atMost: seconds.optional() })
    .refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined, 'atLeast or atMost expected')
    .refine(({ atLeast = 0, atMost = Number.POSITIVE_INFINITY }) => atLeast <= atMost, 'atLeast above atMost: never possible')
    .optional(),
}
const measures = z.strictObject(measureShape)
export type Measures = z.infer<typeof measures>

/** `sum` and `max` need an integer argument, `distinct` any single value. */
export function checkMeasures({ sum, max, distinct }: Measures, inputs: Components, refuse: Refuse) {
  const family = (path: string) => familyOf(parameterAt(inputs, path)?.type ?? '')
  if (sum && family(sum.arg) !== 'int') refuse(['sum', 'arg'], 'an integer argument expected')
  if (max && family(max.arg) !== 'int') refuse(['max', 'arg'], 'an integer argument expected')
  if (distinct && family(distinct.arg) === null) refuse(['distinct', 'arg'], 'an argument with a single value expected')
}

/** Where a measure stands: what was found and what is needed, in words. */
export type Standing = { enough: boolean; have: Text; need: Text }

type Units = Readonly<Record<string, Unit>> | undefined

/** Every measure of a rule on these matches, `count` first. */
export function standings(wanted: Measures, matches: readonly Match[], units: Units): Standing[] {
  const needed = wanted.count ?? 1
  const row = longestRow(matches, wanted.gap)
  const counted: Standing = { enough: row >= needed, have: plain(String(row)), need: plain(String(needed)) }
  const amounts: [Measures['sum'], (values: bigint[]) => bigint][] = [
    [wanted.sum, (values) => values.reduce((a, b) => a + b, 0n)],
    [wanted.max, largest],
  ]
  const measured = amounts.flatMap(([one, fold]) => {
    if (!one) return []
    const value = fold(matches.flatMap((match) => valuesOf(match, one.arg).map(amountOf)))
    const unit = units?.[one.arg]
    return [{ enough: value >= BigInt(one.gte), have: plain(amountShown(value, unit)), need: plain(amountShown(one.gte, unit)) }]
  })
  return [counted, ...measured, ...distinctStanding(wanted, matches), ...dayStanding(wanted, matches)]
}

function largest(values: readonly bigint[]): bigint {
  let most = 0n
  for (const value of values) if (value > most) most = value
  return most
}

export const isEnough = (wanted: Measures, matches: readonly Match[]): boolean =>
  matches.length > 0 && standings(wanted, matches, undefined).every(({ enough }) => enough)

/** `7 WETH so far, 8 WETH needed.` for the first measure that falls short; nothing where there is nothing so far. */
export function progressText(wanted: Measures, matches: readonly Match[], units: Units): Text | undefined {
  if (matches.length === 0) return undefined
  const short = standings(wanted, matches, units).find(({ enough }) => !enough)
  if (!short) return undefined
  const { have, need } = short
  return { en: `${have.en} so far, ${need.en} needed.`, ja: `現在 ${have.ja}、必要なのは ${need.ja} です。` }
}

/** What is wanted beside the amount of one deed: `3 times, at least 1 day apart; on 5 different days`. Empty when one deed is enough. */
export function measureText(wanted: Measures, units: Units): Text[] {
  const { count: times = 1, gap, max, distinct, days } = wanted
  const found: Text[] = []
  if (times > 1) found.push({ en: `${times} times`, ja: `${times} 回` })
  if (gap?.atLeast) found.push({ en: `at least ${durationText(gap.atLeast).en} apart`, ja: `${durationText(gap.atLeast).ja}以上の間隔で` })
  if (gap?.atMost)
    found.push({ en: `never more than ${durationText(gap.atMost).en} apart`, ja: `間隔は ${durationText(gap.atMost).ja}以内` })
  if (max) found.push(around(max.arg, amountShown(max.gte, units?.[max.arg])))
  if (distinct) found.push({ en: `with ${distinct.gte} different ${distinct.arg}`, ja: `異なる ${distinct.arg} を ${distinct.gte} 種類` })
  if (days) found.push({ en: `on ${days} different days`, ja: `${days} 日(別々の日)` })
  return found
}

const plain = (text: string): Text => ({ en: text, ja: text })
const around = (name: string, amount: string): Text => ({ en: `${name} once at least ${amount}`, ja: `${name} が一度は ${amount} 以上` })

/** `90 s`, `15 minutes`, `2 days`: the largest unit that divides it. */
export function durationText(length: number): Text {
  const units = [
    [86_400, 'day', '日'],
    [3600, 'hour', '時間'],
    [60, 'minute', '分'],
    [1, 'second', '秒'],
  ] as const
  const [size, en, ja] = units.find(([one]) => length % one === 0) ?? units[3]
  const n = length / size
  return { en: `${n} ${en}${n === 1 ? '' : 's'}`, ja: `${n} ${ja}` }
}

const valuesOf = ({ decoded }: Match, path: string): unknown[] => (decoded ? valuesAt(decoded.inputs, decoded.args, path) : [])

function distinctStanding({ distinct }: Measures, matches: readonly Match[]): Standing[] {
  if (!distinct) return []
  const found = new Set(matches.flatMap((match) => valuesOf(match, distinct.arg).map((value) => String(value).toLowerCase()))).size
  const say = (n: number): Text => ({ en: `${n} different ${distinct.arg}`, ja: `${distinct.arg} ${n} 種類` })
  return [{ enough: found >= distinct.gte, have: say(found), need: say(distinct.gte) }]
}

function dayStanding({ days }: Measures, matches: readonly Match[]): Standing[] {
  if (days === undefined) return []
  const found = new Set(matches.map(({ time }) => Math.floor(time / 86_400))).size
  const say = (n: number): Text => ({ en: n === 1 ? '1 day' : `${n} days`, ja: `${n} 日` })
  return [{ enough: found >= days, have: say(found), need: say(days) }]
}

/** The most deeds that can be counted one after the other with every gap inside the bounds. */
function longestRow(matches: readonly Match[], gap: Measures['gap']): number {
  if (!gap) return matches.length
  const times = matches.map(({ time }) => time).toSorted((a, b) => a - b)
  const { atLeast = 0, atMost = Number.POSITIVE_INFINITY } = gap
  const rows: number[] = []
  for (const [index, time] of times.entries()) {
    let best = 0
    for (let before = index - 1; before >= 0; before--) {
      const apart = time - (times[before] ?? 0)
      if (apart > atMost) break
      if (apart >= atLeast) best = Math.max(best, rows[before] ?? 0)
    }
    rows.push(best + 1)
  }
  return Math.max(0, ...rows)
}

/** The fields of a form that every measured kind has. */
export const measureFields: readonly FormField[] = [
  { path: 'count', control: 'integer', label: { en: 'How often', ja: '回数' } },
  { path: 'sum', control: 'measured', label: { en: 'In total', ja: '合計' }, rare: true },
  { path: 'max', control: 'measured', label: { en: 'Largest once', ja: '1 回の最大' }, rare: true },
  { path: 'distinct', control: 'measured', label: { en: 'Different values', ja: '異なる値の数' }, rare: true },
  { path: 'days', control: 'integer', label: { en: 'Different days', ja: '異なる日数' }, rare: true },
  { path: 'gap', control: 'gap', label: { en: 'Time between', ja: '間隔' }, rare: true },
]
