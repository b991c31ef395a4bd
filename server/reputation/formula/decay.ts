import { CairnError } from '#server/shared/errors.ts'
import type { FormulaTerms } from './formula.ts'

type Terms = Pick<FormulaTerms, 'weeks' | 'decay' | 'weights'>

/** The week that a unix time in seconds lies in; negative before the formula's epoch. */
export function weekOf({ weeks }: Pick<Terms, 'weeks'>, time: number): number {
  return Math.floor((time - weeks.epoch) / weeks.seconds)
}

/** Throws `input.invalid` unless the formula answers for this week. */
export function checkWeek({ weeks }: Pick<Terms, 'weeks'>, week: number): number {
  if (Number.isInteger(week) && week >= 0 && week < weeks.count) return week
  throw new CairnError('input.invalid', 'The formula does not answer for this week.', {
    meta: { field: 'week', found: week, expected: `an integer from 0 to ${weeks.count - 1}` },
  })
}

/**
 * Why one multiplication is enough. A value v of week k is worth `v * 2^(-(w - k) / H)` in week w (H = half-life). This is split at week 0:
 * stored is the *mass* `v * 2^(k / H)`, which no longer knows its age, so masses of all ages add up to one number; reading multiplies the sum
 * by `2^(-w / H)`. With k = qH - a and w = q'H + j (0 <= a, j < H) both are a table entry and a shift:
 *
 *     mass(v, k)  = v * T[a] * 2^q                                  exact, nothing is rounded
 *     read(M, w)  = floor(M * T[j] / (scale * 2^(2 * bits + q')))   the only place where anything is rounded
 *
 * T is rounded up, so T[a] * T[H - a] >= 2^(2 * bits - 1): a value that is not older than its week is read as itself, never one less. It exceeds
 * that by less than one part in 2^30 and values are below 2^22, so never one more either. Whole half-lives halve exactly.
 */
export function massOf({ decay }: Pick<Terms, 'decay'>, value: bigint, week: number): bigint {
  const halfLives = Math.ceil(week / decay.halfLife)
  return (value * entry(decay, halfLives * decay.halfLife - week)) << BigInt(halfLives)
}

/** The fraction of whole points that a mass is worth in a week: `mass * factor / divisor`. */
export function readTerms({ decay, weights }: Pick<Terms, 'decay' | 'weights'>, week: number): { factor: bigint; divisor: bigint } {
  const halfLives = Math.floor(week / decay.halfLife)
  const factor = entry(decay, week - halfLives * decay.halfLife)
  return { factor, divisor: BigInt(weights.scale) << BigInt(2 * decay.bits + halfLives) }
}

/** Score in whole points of a stored mass in a week: one multiplication. Throws `input.invalid` for a week out of range. */
export function readScore(terms: Terms, mass: bigint, week: number): bigint {
  const { factor, divisor } = readTerms(terms, checkWeek(terms, week))
  return (mass * factor) / divisor
}

/** What is left of 1 after some weeks, as a fraction, for sentences. */
export function decayAfter({ decay }: Pick<Terms, 'decay'>, age: number): { numerator: bigint; denominator: bigint } {
  const halfLives = Math.floor(age / decay.halfLife)
  return { numerator: entry(decay, age - halfLives * decay.halfLife), denominator: 1n << BigInt(decay.bits + halfLives) }
}

const entry = ({ table }: Terms['decay'], index: number): bigint => BigInt(table[index] ?? 0)
