import type { Hex } from '#server/shared/bytes.ts'
import { applyCaps, type Contribution, linesOf, type Row } from './contributions.ts'
import { lastWeek, type ScoredCredential } from './credential.ts'
import { checkWeek, readTerms, weekOf } from './decay.ts'
import type { Formula } from './formula.ts'
import { apportion, sum } from './sums.ts'

export type CategoryScore = { category: string; count: number; mass: bigint; score: bigint }

export type Score = {
  version: number
  formulaHash: Hex
  week: number
  /** Whole points: the sum of the contributions. */
  score: bigint
  /** Credentials that count, whatever the caps leave of their points. */
  count: number
  /** What to store (< 2^85): `readScore(mass, w)` is the score in any week w from `week` to `exactThrough`. */
  mass: bigint
  /** Last week before one of these credentials expires or, in an answer about the past, before the next one was issued. */
  exactThrough: number
  /** One entry a category of the formula, in its order; their scores sum to the score. */
  byCategory: CategoryScore[]
  /** Newest credential first. */
  contributions: Contribution[]
}

/**
 * The score of one account's credentials in a week (docs/reputation.md). Four steps, each over what the one before left, newest first:
 * caps by quest family and by project on plain points, the issuer's weight, the cap by category, decay. Order matters: weights and project caps
 * come before the category's cap, so that a project that is hardly trusted, or gives points away, cannot use up a category of others.
 * Throws `input.invalid` for a credential or week out of range, and for two credentials with one id.
 */
export function scoreAt(formula: Formula, credentials: readonly ScoredCredential[], week: number): Score {
  const { data, hash } = formula
  checkWeek(data, week)
  const rows = linesOf(formula, credentials, week)
  const live = rows.filter(({ line }) => line.reason === null)
  applyCaps(formula, live)
  const byCategory = shareOut(formula, live, week)
  return {
    version: data.version,
    formulaHash: hash,
    week,
    score: sum(byCategory.map(({ score }) => score)),
    count: live.length,
    mass: sum(byCategory.map(({ mass }) => mass)),
    exactThrough: exactWeek(formula, rows),
    byCategory,
    contributions: rows.map(({ line }) => line),
  }
}

/** Reads masses in this week: whole points of every category, then of every line within its category, so that both sums are exact. */
function shareOut({ data }: Formula, live: readonly Row[], week: number): CategoryScore[] {
  const { factor, divisor } = readTerms(data, week)
  const scale = BigInt(data.weights.scale)
  const members = data.categories.map((): Contribution[] => [])
  for (const { line } of live) members[line.category]?.push(line)
  const masses = members.map((lines) => sum(lines.map(({ mass }) => mass)))
  const score = (sum(masses) * factor) / divisor
  const scores = apportion(
    score,
    masses.map((mass) => mass * factor),
    divisor,
  )
  return data.categories.map((category, i) => {
    const lines = members[i] ?? []
    const worth = lines.map(({ mass }) => mass * factor)
    const shares = apportion(scores[i] ?? 0n, worth, divisor)
    for (const [at, line] of lines.entries()) {
      line.decayed = ((worth[at] ?? 0n) * scale) / divisor
      line.contribution = shares[at] ?? 0n
    }
    return { category, count: lines.length, mass: masses[i] ?? 0n, score: scores[i] ?? 0n }
  })
}

/** Last week in which exactly the same credentials count. */
function exactWeek(formula: Formula, rows: readonly Row[]): number {
  let last = formula.data.weeks.count - 1
  for (const { credential, line } of rows) {
    if (line.reason === null) last = Math.min(last, lastWeek(formula, credential))
    if (line.reason === 'not-issued') last = Math.min(last, weekOf(formula.data, credential.issuedAt) - 1)
  }
  return last
}
