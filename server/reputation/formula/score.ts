import type { Hex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import { checkCredential, lastWeek, type Reason, reasonOf, type ScoredCredential, weightOf } from './credential.ts'
import { checkWeek, massOf, readScore, readTerms, weekOf } from './decay.ts'
import type { Formula } from './formula.ts'
import { apportion, sum, underCap } from './sums.ts'

/** In the order in which they are applied. */
export const capNames = ['family', 'project', 'category'] as const
export type Cap = (typeof capNames)[number]

/** One line of the sum. A credential that counts nothing has its reason and zeros after `weight`. */
export type Contribution = {
  credentialId: number
  category: number
  /** Whole weeks since the week of issue; negative before it. */
  age: number
  points: bigint
  /** Points that the caps of family and project leave. */
  allowed: bigint
  /** In units of `1 / scale`. */
  weight: bigint
  /** `allowed * weight` as far as the category's cap leaves it, in units of `1 / scale` points. */
  capped: bigint
  /** `capped` after decay, in the same units, rounded down. */
  decayed: bigint
  /** Whole points. */
  contribution: bigint
  /** Caps that took something away. */
  caps: Cap[]
  reason: Reason | null
}

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

type Row = { credential: ScoredCredential; week: number; weight: bigint; reason: Reason | null }
type Counted = { allowed: bigint; capped: bigint; mass: bigint; caps: Cap[] }

/**
 * The score of one account's credentials in a week (docs/reputation.md). Four steps, each over what the one before left, newest first:
 * caps by quest family and by project on plain points, the issuer's weight, the cap by category, decay. Order matters: weights and project caps
 * come before the category's cap, so that a project that is hardly trusted, or gives points away, cannot use up a category of others.
 * Throws `input.invalid` for a credential or week out of range, and for two credentials with one id.
 */
export function scoreAt(formula: Formula, credentials: readonly ScoredCredential[], week: number): Score {
  const { data } = formula
  checkWeek(data, week)
  const rows = rowsOf(formula, credentials, week)
  const live = rows.filter(({ reason }) => reason === null)
  const counted = countedOf(formula, live)
  const mass = sum(counted.map((entry) => entry.mass))
  const score = readScore(data, mass, week)
  const { byCategory, shares } = shareOut(formula, { live, counted, score, week })

  const lines = new Map(live.map((row, i) => [row, { counted: counted[i] ?? nothing, contribution: shares[i] ?? 0n }]))
  const { factor, divisor } = readTerms(data, week)
  const contributions = rows.map((row): Contribution => {
    const { counted: entry, contribution } = lines.get(row) ?? { counted: nothing, contribution: 0n }
    const { credential, weight, reason } = row
    return {
      credentialId: credential.id,
      category: credential.category,
      age: week - row.week,
      points: credential.points,
      allowed: entry.allowed,
      weight,
      capped: entry.capped,
      decayed: (entry.mass * factor * BigInt(data.weights.scale)) / divisor,
      contribution,
      caps: entry.caps,
      reason,
    }
  })
  const exactThrough = exactWeek(formula, rows)
  return {
    version: data.version,
    formulaHash: formula.hash,
    week,
    score,
    count: live.length,
    mass,
    exactThrough,
    byCategory,
    contributions,
  }
}

const nothing: Counted = { allowed: 0n, capped: 0n, mass: 0n, caps: [] }

/**
 * Newest first, so caps keep what decays least. Of several credentials of one quest the newest that counts by itself is taken: who proves a score
 * from a choice of credentials then gains nothing by leaving one of them out.
 */
function rowsOf(formula: Formula, credentials: readonly ScoredCredential[], week: number): Row[] {
  for (const credential of credentials) checkCredential(formula, credential)
  const sorted = [...credentials].sort((a, b) => b.issuedAt - a.issuedAt || b.id - a.id)
  const ids = new Set<number>()
  const quests = new Set<number>()
  return sorted.map((credential) => {
    if (ids.has(credential.id))
      throw new CairnError('input.invalid', 'A credential is given twice.', { meta: { field: 'id', found: credential.id } })
    ids.add(credential.id)
    const reason = reasonOf(formula, credential, week) ?? (quests.has(credential.quest) ? 'duplicate' : null)
    if (reason === null) quests.add(credential.quest)
    return { credential, week: weekOf(formula.data, credential.issuedAt), weight: weightOf(formula, credential), reason }
  })
}

function countedOf({ data }: Formula, live: readonly Row[]): Counted[] {
  const each = <T>(take: (credential: ScoredCredential) => T) => live.map(({ credential }) => take(credential))
  const points = each((credential) => credential.points)
  const family = underCap(
    BigInt(data.caps.family),
    points,
    each((credential) => `${credential.project} ${credential.family}`),
  )
  const project = underCap(
    BigInt(data.caps.project),
    family,
    each((credential) => credential.project),
  )
  const weighted = live.map(({ weight }, i) => (project[i] ?? 0n) * weight)
  const category = underCap(
    BigInt(data.caps.category * data.weights.scale),
    weighted,
    each((credential) => credential.category),
  )
  const steps = { family: [points, family], project: [family, project], category: [weighted, category] } as const
  return live.map((row, i) => {
    const caps = capNames.filter((cap) => steps[cap][0][i] !== steps[cap][1][i])
    const capped = category[i] ?? 0n
    return { allowed: project[i] ?? 0n, capped, mass: massOf(data, capped, row.week), caps }
  })
}

/** Whole points of every category, then of every credential within its category: both sums are exact. */
function shareOut(
  { data }: Formula,
  { live, counted, score, week }: { live: readonly Row[]; counted: readonly Counted[]; score: bigint; week: number },
): { byCategory: CategoryScore[]; shares: bigint[] } {
  const { factor, divisor } = readTerms(data, week)
  const places = data.categories.map((): number[] => [])
  for (const [i, { credential }] of live.entries()) places[credential.category]?.push(i)
  const massAt = (i: number) => counted[i]?.mass ?? 0n
  const masses = places.map((members) => sum(members.map(massAt)))
  const scores = apportion(
    score,
    masses.map((mass) => mass * factor),
    divisor,
  )
  const shares = new Array<bigint>(live.length).fill(0n)
  for (const [category, members] of places.entries()) {
    const parts = apportion(
      scores[category] ?? 0n,
      members.map((i) => massAt(i) * factor),
      divisor,
    )
    for (const [at, i] of members.entries()) shares[i] = parts[at] ?? 0n
  }
  const byCategory = data.categories.map((category, i) => {
    return { category, count: places[i]?.length ?? 0, mass: masses[i] ?? 0n, score: scores[i] ?? 0n }
  })
  return { byCategory, shares }
}

/** Last week in which exactly the same credentials count. */
function exactWeek(formula: Formula, rows: readonly Row[]): number {
  const ends = rows.flatMap(({ credential, week, reason }) => {
    if (reason === null) return [lastWeek(formula, credential)]
    return reason === 'not-issued' ? [week - 1] : []
  })
  return ends.reduce((first, end) => Math.min(first, end), formula.data.weeks.count - 1)
}
