import { bits } from '#server/rollup/protocol/constants.gen.ts'
import { CairnError } from '#server/shared/errors.ts'
import { weekOf } from './decay.ts'
import type { Formula } from './formula.ts'

/** One credential of the account, with what its quest says. All wallets of an account are one account: a caller gives each credential once. */
export type ScoredCredential = {
  /** Leaf in the credentials tree. */
  id: number
  /** Index of the quest in the slot. */
  quest: number
  /** Index of the first quest of a recurring one; its own index when it does not recur. */
  family: number
  /** What tells projects apart: the account that owns the quest in the slot. */
  project: bigint
  /** `issuerId` of the key that the quest names. */
  issuer: bigint
  /** The category's number in the slot. */
  category: number
  points: bigint
  /** Unix seconds. */
  issuedAt: number
  /** Last second in which it is valid; null = never expires. */
  expiresAt: number | null
  revoked: boolean
}

/** Why a credential counts nothing, in the order in which it is asked. */
export const reasons = ['revoked', 'expired', 'not-issued', 'category', 'issuer', 'duplicate'] as const
export type Reason = (typeof reasons)[number]

/** Throws `input.invalid` naming the first field that is out of range. */
export function checkCredential({ data }: Formula, credential: ScoredCredential): void {
  const { id, quest, family, category, points, issuedAt, expiresAt } = credential
  const refuse = (field: string, found: unknown, expected: string) => {
    throw new CairnError('input.invalid', `${field} of a credential is out of range.`, {
      meta: { field, found: String(found), expected, credential: id },
    })
  }
  for (const [field, value] of Object.entries({ id, quest, family, category })) {
    if (!Number.isSafeInteger(value) || value < 0) refuse(field, value, 'an integer from 0')
  }
  if (points < 0n || points >> BigInt(bits.points) !== 0n) refuse('points', points, `an integer from 0 below 2^${bits.points}`)
  const week = weekOf(data, issuedAt)
  if (!Number.isSafeInteger(issuedAt) || week < 0 || week >= data.weeks.count)
    refuse('issuedAt', issuedAt, `unix seconds within ${data.weeks.count} weeks from ${data.weeks.epoch}`)
  if (expiresAt !== null && !Number.isSafeInteger(expiresAt)) refuse('expiresAt', expiresAt, 'unix seconds or null')
}

/**
 * Last week in which a credential counts: it must be valid to the week's last second, so that a score never holds anything expired. It may be
 * before the week of issue.
 */
export function lastWeek({ data }: Formula, { expiresAt }: ScoredCredential): number {
  return expiresAt === null ? data.weeks.count - 1 : weekOf(data, expiresAt + 1) - 1
}

/** Why a credential counts nothing by itself in this week, or null. A second credential of one quest is found beside the first (`score.ts`). */
export function reasonOf(formula: Formula, credential: ScoredCredential, week: number): Exclude<Reason, 'duplicate'> | null {
  if (credential.revoked) return 'revoked'
  if (lastWeek(formula, credential) < week) return 'expired'
  if (weekOf(formula.data, credential.issuedAt) > week) return 'not-issued'
  if (formula.data.categories[credential.category] === undefined) return 'category'
  return weightOf(formula, credential) === 0n ? 'issuer' : null
}

export function weightOf({ data, issuers }: Formula, { issuer }: ScoredCredential): bigint {
  return BigInt(issuers.get(issuer) ?? data.weights.default)
}
