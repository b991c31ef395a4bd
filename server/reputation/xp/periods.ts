import { weekOf } from '../formula/decay.ts'
import { formulaV1 } from '../formula/v1.ts'

/** A window of time in which XP is ranked: [from, to) in unix seconds, null = without that end. `key`: how boards name it. */
export type Period = { key: string; from: number | null; to: number | null }

/** Kinds of periods by name: the period of that kind at a time, in unix seconds; null where there is none, as between two seasons. */
const kinds = {
  all: () => ({ key: 'all', from: null, to: null }),
  month: (seconds) => {
    const date = new Date(seconds * 1000)
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
    const key = `month:${year}-${String(month + 1).padStart(2, '0')}`
    return { key, from: Date.UTC(year, month) / 1000, to: Date.UTC(year, month + 1) / 1000 }
  },
  // The weeks of the formula: they begin on Monday, 00:00 UTC.
  week: (seconds) => {
    const { epoch, seconds: length } = formulaV1.weeks
    const week = weekOf(formulaV1, seconds)
    return { key: `week:${week}`, from: epoch + week * length, to: epoch + (week + 1) * length }
  },
} as const satisfies Record<string, (seconds: number) => Period | null>

export type PeriodKind = keyof typeof kinds
export const periodKinds = Object.keys(kinds) as [PeriodKind, ...PeriodKind[]]

export const periodAt = (kind: PeriodKind, seconds: number): Period | null => kinds[kind](seconds)

/** The period of a key; `all` for what is no key. */
export function readPeriod(key: string): Period {
  const [kind, of = ''] = key.split(':')
  if (kind === 'month') return kinds.month(Date.parse(`${of}-01`) / 1000)
  return kind === 'week' ? kinds.week(formulaV1.weeks.epoch + Number(of) * formulaV1.weeks.seconds) : kinds.all()
}

/** Keys of all periods that a time lies in: what is issued then counts in each. */
export const periodKeysAt = (seconds: number): string[] => periodKinds.flatMap((kind) => periodAt(kind, seconds)?.key ?? [])
