import { bits, trees } from '#server/rollup/protocol/constants.gen.ts'
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

/** The credential itself. Throws `input.invalid` naming the first field that is out of range. */
export function checkCredential({ data }: Formula, credential: ScoredCredential): ScoredCredential {
  const { id, quest, family, category, points, issuedAt, expiresAt } = credential
  const check = (holds: boolean, field: keyof ScoredCredential, expected: string) => {
    if (holds) return
    const meta = { field, found: String(credential[field]), expected, credential: id }
    throw new CairnError('input.invalid', `${field} of a credential is out of range.`, { meta })
  }
  check(isIndex(id), 'id', 'an integer from 0')
  check(isIndex(quest) && quest < MOST_QUESTS, 'quest', 'an index of the slot')
  check(isIndex(family) && family < MOST_QUESTS, 'family', 'an index of the slot')
  check(isIndex(category), 'category', 'an integer from 0')
  check(points >= 0n && points <= MOST_POINTS, 'points', `an integer from 0 to ${MOST_POINTS}`)
  const week = weekOf(data, issuedAt)
  check(Number.isSafeInteger(issuedAt) && week >= 0 && week < data.weeks.count, 'issuedAt', 'unix seconds within the weeks of the formula')
  check(expiresAt === null || Number.isSafeInteger(expiresAt), 'expiresAt', 'unix seconds or null')
  return credential
}

const MOST_POINTS = 2n ** BigInt(bits.points) - 1n
const MOST_QUESTS = trees.quests.capacity
const isIndex = (value: number) => Number.isSafeInteger(value) && value >= 0

/**
 * Last week in which a credential counts: it must be valid to the week's last second, so that a score never holds anything expired. It may be
 * before the week of issue.
 */
export function lastWeek({ data }: Formula, { expiresAt }: ScoredCredential): number {
  return expiresAt === null ? data.weeks.count - 1 : weekOf(data, expiresAt + 1) - 1
}

/** Why a credential counts nothing by what it and its quest say, or null. Weights and second credentials of a quest are looked at after that. */
export function reasonOf(formula: Formula, credential: ScoredCredential, week: number): Exclude<Reason, 'issuer' | 'duplicate'> | null {
  if (credential.revoked) return 'revoked'
  if (lastWeek(formula, credential) < week) return 'expired'
  if (weekOf(formula.data, credential.issuedAt) > week) return 'not-issued'
  return formula.data.categories[credential.category] === undefined ? 'category' : null
}

export function weightOf({ data, issuers }: Formula, { issuer }: ScoredCredential): bigint {
  return BigInt(issuers.get(issuer) ?? data.weights.default)
}
