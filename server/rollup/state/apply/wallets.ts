import type { AccountLeaf } from '#server/rollup/protocol/circuitInputs.ts'
import { bits } from '#server/rollup/protocol/constants.gen.ts'

const solanaKind = 1n << BigInt(bits.digest)

/** Is this wallet word the account's primary wallet? */
export function isPrimary({ evm, solanaDigest }: AccountLeaf, word: bigint): boolean {
  return (evm !== 0n && word === evm) || (solanaDigest !== 0n && word === solanaKind + solanaDigest)
}

/** Is this wallet word one of the linked ones? An empty place is nobody's. */
export const isLinked = (links: readonly bigint[], word: bigint): boolean => word !== 0n && links.includes(word)
