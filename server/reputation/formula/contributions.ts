import { bits } from '#server/rollup/protocol/constants.gen.ts'
import { CairnError } from '#server/shared/errors.ts'
import { checkCredential, type Reason, reasonOf, type ScoredCredential, weightOf } from './credential.ts'
import { massOf, weekOf } from './decay.ts'
import type { Formula } from './formula.ts'
import { underCap } from './sums.ts'

/** In the order in which they are applied. */
export const capNames = ['family', 'project', 'category'] as const
export type Cap = (typeof capNames)[number]

/** One line of the sum. A credential that counts nothing has its reason, and zeros from `allowed` on. */
export type Contribution = {
  credentialId: number
  category: number
  /** Whole weeks since the week of issue; negative before it. */
  age: number
  points: bigint
  /** In units of `1 / scale`. */
  weight: bigint
  reason: Reason | null
  /** Points that the caps of family and project leave. */
  allowed: bigint
  /** `allowed * weight` as far as the category's cap leaves it, in units of `1 / scale` points. */
  capped: bigint
  /** Caps that took something away. */
  caps: Cap[]
  /** `capped` as of week 0: what `decay.ts` adds up. */
  mass: bigint
  /** `capped` after decay, in the same units, rounded down. */
  decayed: bigint
  /** Whole points. */
  contribution: bigint
}

/** A line while it is made, with its credential. */
export type Row = { credential: ScoredCredential; line: Contribution }

/**
 * A line a credential, newest first, so that caps keep what decays least. Of several credentials of one quest the newest that counts by itself is
 * taken: who proves a score from a choice of them gains nothing by leaving that one out. Throws `input.invalid`.
 */
export function linesOf(formula: Formula, credentials: readonly ScoredCredential[], week: number): Row[] {
  const sorted = [...credentials].sort((a, b) => b.issuedAt - a.issuedAt || b.id - a.id)
  const ids = new Set<number>()
  const quests = new Set<number>()
  return sorted.map((credential): Row => {
    const { id, quest, category, points, issuedAt } = checkCredential(formula, credential)
    if (ids.has(id)) throw new CairnError('input.invalid', 'A credential is given twice.', { meta: { field: 'id', found: id } })
    ids.add(id)
    const age = week - weekOf(formula.data, issuedAt)
    const weight = weightOf(formula, credential)
    const reason: Reason | null = reasonOf(formula, credential, week) ?? (weight === 0n ? 'issuer' : quests.has(quest) ? 'duplicate' : null)
    if (reason === null) quests.add(quest)
    const said = { credentialId: id, category, age, points, weight, reason }
    return { credential, line: { ...said, allowed: 0n, capped: 0n, caps: [], mass: 0n, decayed: 0n, contribution: 0n } }
  })
}

/** Fills in what the caps leave of the lines that count, and their masses. `live` stands newest first. */
export function applyCaps({ data }: Formula, live: readonly Row[]): void {
  const each = <T>(take: (credential: ScoredCredential) => T) => live.map(({ credential }) => take(credential))
  const points = each((credential) => credential.points)
  const projects = ordinals(each(({ project }) => project))
  // A family is of one project: nobody uses up another project's by naming its quest as the one before.
  const families = each(({ family }) => family).map((family, i) => (projects[i] ?? 0) * 2 ** bits.quest + family)
  const categories = each(({ category }) => category)

  const family = underCap(BigInt(data.caps.family), points, families)
  const project = underCap(BigInt(data.caps.project), family, projects)
  const weighted = live.map(({ line }, i) => (project[i] ?? 0n) * line.weight)
  const category = underCap(BigInt(data.caps.category * data.weights.scale), weighted, categories)

  const steps = { family: [points, family], project: [family, project], category: [weighted, category] } as const
  for (const [i, { credential, line }] of live.entries()) {
    line.allowed = project[i] ?? 0n
    line.capped = category[i] ?? 0n
    line.caps = capNames.filter((cap) => steps[cap][0][i] !== steps[cap][1][i])
    line.mass = massOf(data, line.capped, weekOf(data, credential.issuedAt))
  }
}

/** Small numbers for ids, which are cheaper to look up by. */
function ordinals(ids: readonly bigint[]): number[] {
  const known = new Map([...new Set(ids)].map((id, ordinal) => [id, ordinal]))
  return ids.map((id) => known.get(id) ?? 0)
}
