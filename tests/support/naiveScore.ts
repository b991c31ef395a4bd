/**
 * The score by its definition (docs/reputation.md), written apart from the engine and without its order of execution: every cap by the sum of what
 * is newer, every value as an exact fraction. Quadratic.
 */
import type { ScoredCredential } from '#server/reputation/formula/credential.ts'
import type { Formula } from '#server/reputation/formula/formula.ts'

export type NaiveScore = { score: bigint; count: number; mass: bigint; byCategory: bigint[]; contributions: Map<number, bigint> }

export function naiveScore({ data, issuers }: Formula, credentials: readonly ScoredCredential[], week: number): NaiveScore {
  const { weeks, decay, caps, weights } = data
  const startOf = (n: number) => weeks.epoch + n * weeks.seconds
  const issuedIn = (c: ScoredCredential) => Math.floor((c.issuedAt - weeks.epoch) / weeks.seconds)
  const weightOf = (c: ScoredCredential) => BigInt(issuers.get(c.issuer) ?? weights.default)
  const newer = (a: ScoredCredential, b: ScoredCredential) => a.issuedAt > b.issuedAt || (a.issuedAt === b.issuedAt && a.id > b.id)

  const good = credentials.filter(
    (c) =>
      !c.revoked &&
      (c.expiresAt === null || c.expiresAt >= startOf(week + 1) - 1) &&
      c.issuedAt < startOf(week + 1) &&
      c.category < data.categories.length &&
      weightOf(c) > 0n,
  )
  const live = good.filter((c) => !good.some((other) => other.quest === c.quest && newer(other, c)))

  const under = (cap: number, amount: Map<ScoredCredential, bigint>, same: (a: ScoredCredential, b: ScoredCredential) => boolean) => {
    const least = (value: bigint) => (value < BigInt(cap) ? value : BigInt(cap))
    return new Map(
      live.map((c) => {
        const before = total(live.filter((d) => newer(d, c) && same(d, c)).map((d) => amount.get(d) ?? 0n))
        return [c, least(before + (amount.get(c) ?? 0n)) - least(before)]
      }),
    )
  }
  const points = new Map(live.map((c) => [c, c.points]))
  const inFamily = under(caps.family, points, (a, b) => a.project === b.project && a.family === b.family)
  const allowed = under(caps.project, inFamily, (a, b) => a.project === b.project)
  const weighted = new Map(live.map((c) => [c, (allowed.get(c) ?? 0n) * weightOf(c)]))
  const capped = under(caps.category * weights.scale, weighted, (a, b) => a.category === b.category)

  const table = (j: number) => BigInt(decay.table[j] ?? 0)
  const massOf = (c: ScoredCredential) => {
    let shift = 0
    while (shift * decay.halfLife < issuedIn(c)) shift++
    return (capped.get(c) ?? 0n) * table(shift * decay.halfLife - issuedIn(c)) * 2n ** BigInt(shift)
  }
  const factor = table(week % decay.halfLife)
  const divisor = BigInt(weights.scale) * 2n ** BigInt(2 * decay.bits + Math.floor(week / decay.halfLife))

  const mass = total(live.map(massOf))
  const score = (mass * factor) / divisor
  const members = data.categories.map((_, i) => live.filter((c) => c.category === i).sort((a, b) => (newer(a, b) ? -1 : 1)))
  const byCategory = share(
    score,
    members.map((list) => total(list.map(massOf)) * factor),
    divisor,
  )
  const contributions = new Map<number, bigint>()
  for (const [i, list] of members.entries()) {
    const parts = share(
      byCategory[i] ?? 0n,
      list.map((c) => massOf(c) * factor),
      divisor,
    )
    for (const [at, c] of list.entries()) contributions.set(c.id, parts[at] ?? 0n)
  }
  return { score, count: live.length, mass, byCategory, contributions }
}

/** Largest remainders, one point after the other. */
function share(whole: bigint, numerators: readonly bigint[], divisor: bigint): bigint[] {
  const parts = numerators.map((n) => n / divisor)
  const losses = numerators.map((n) => n % divisor)
  while (total(parts) < whole) {
    const most = losses.reduce((at, loss, i) => (loss > (losses[at] ?? 0n) ? i : at), 0)
    parts[most] = (parts[most] ?? 0n) + 1n
    losses[most] = -1n
  }
  return parts
}

const total = (values: readonly bigint[]) => values.reduce((sum, value) => sum + value, 0n)
