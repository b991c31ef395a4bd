import * as z from 'zod'
import { accountsPerWord, bits, tags } from '#server/rollup/protocol/constants.gen.ts'
import { type Layout, pack, unpack } from '#server/rollup/protocol/packing.ts'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { accountLane, fieldElement, questLane, signature, time } from './schemas.ts'

/** A group of credentials of one quest. The issuer's signature (Schnorr over Grumpkin) travels as two words. */
export const mintGroup = z.strictObject({
  quest: questLane,
  /** Slot accounts in the order of their serials. */
  accounts: z.array(accountLane),
  /** 3-ary root of the members' evidence digests. */
  evidenceRoot: fieldElement,
  /** Unix seconds: the batch's timestamp must not be later. */
  validUntil: time,
  signature,
})
export type MintGroup = z.output<typeof mintGroup>

const headLayout = [
  ['quest', bits.quest],
  ['count', 32],
  ['validUntil', bits.time],
] as const
const lanes: Layout<string> = Array.from({ length: accountsPerWord }, (_, lane) => [`account${lane}`, bits.account] as const)

/** Whole words that `count` accounts take. */
export const accountWordsOf = (count: number): number => Math.ceil(count / accountsPerWord)

/** The four words of a group. Throws `rollup.malformed` when a field does not fit its lane. */
export function encodeGroup(group: MintGroup): bigint[] {
  const head = pack(headLayout, {
    quest: BigInt(group.quest),
    count: BigInt(group.accounts.length),
    validUntil: BigInt(group.validUntil),
  })
  return [head, group.evidenceRoot, group.signature.s, group.signature.e]
}

/** What a group's four words say; its accounts are in the accounts section. Throws `rollup.malformed`. */
export function decodeGroup(words: readonly bigint[]): Omit<MintGroup, 'accounts'> & { count: number } {
  const [head = 0n, evidenceRoot = 0n, s = 0n, e = 0n] = words
  const { quest, count, validUntil } = unpack(headLayout, head)
  return { quest: Number(quest), count: Number(count), validUntil: Number(validUntil), evidenceRoot, signature: { s, e } }
}

/** Nine account indices a word, first in the lowest bits; unused lanes are 0. */
export function encodeAccounts(accounts: readonly number[]): bigint[] {
  return Array.from({ length: accountWordsOf(accounts.length) }, (_, word) =>
    pack(lanes, Object.fromEntries(lanes.map(([name], lane) => [name, BigInt(accounts[word * accountsPerWord + lane] ?? 0)]))),
  )
}

/** All nine lanes of one word. Throws `rollup.malformed` when bits above them are set. */
export const decodeAccounts = (word: bigint): number[] => Object.values(unpack(lanes, word)).map(Number)

export type MintGroupMessage = {
  domain: bigint
  quest: number
  groupNonce: bigint
  accounts: readonly number[]
  evidenceRoot: bigint
  validUntil: number
}

/** The field element that the issuer signs: `H_mintGroup(domain, quest, groupNonce, k, evidenceRoot, accountWords, validUntil)`. */
export function mintGroupMessage(hasher: Hasher, group: MintGroupMessage): bigint {
  const accountWords = encodeAccounts(group.accounts).reduce((folded, word) => hasher.hash(tags.accountWords, [folded, word]), 0n)
  return hasher.hash(tags.mintGroup, [
    group.domain,
    BigInt(group.quest),
    group.groupNonce,
    BigInt(group.accounts.length),
    group.evidenceRoot,
    accountWords,
    BigInt(group.validUntil),
  ])
}
