import { encodeAbiParameters, keccak256 } from 'viem'
import { type Hex, toHex32 } from '#server/shared/bytes.ts'
import { type CircuitName, circuits, tags } from './constants.gen.ts'
import { mod, P } from './field.ts'
import type { Hasher } from './poseidon2.ts'

const uint256 = { type: 'uint256' } as const
const addressType = { type: 'address' } as const

/** `keccak256(abi.encode(chainId, rollup)) mod p`: what makes a signature or proof belong to one slot on one chain. */
export function domainOf(chainId: number, rollup: Hex): bigint {
  return mod(BigInt(keccak256(encodeAbiParameters([uint256, addressType], [BigInt(chainId), rollup]))))
}

/** keccak256 of the words as they were sent (trimmed, 32 bytes each), 256 bits. */
export const wordsHash = (calldataWords: Hex): bigint => BigInt(keccak256(calldataWords))

/** What the inbox stores of an item: keccak256 of its ten words. */
export const inboxItemHash = (words: readonly bigint[]): Hex => keccak256(`0x${words.map((word) => toHex32(word).slice(2)).join('')}`)

/** `H_words` over the padded layout. */
export const dataCommit = (hasher: Hasher, words: readonly bigint[]): bigint => hasher.hash(tags.words, words)

export type ChallengeOf = {
  chainId: number
  rollup: Hex
  number: number
  circuit: CircuitName
  dataCommit: bigint
  /** 256 bits. */
  wordsHash: bigint
}

/** r: the contract draws the same, after both the circuit's view (dataCommit) and the chain's view (wordsHash) of the words are fixed. */
export function challengeOf(batch: ChallengeOf): bigint {
  const { chainId, rollup, number, circuit } = batch
  const encoded = encodeAbiParameters(
    [uint256, uint256, addressType, uint256, uint256, uint256, { type: 'bytes32' }],
    [
      domainOf(chainId, rollup),
      BigInt(chainId),
      rollup,
      BigInt(number),
      BigInt(circuits[circuit].id),
      batch.dataCommit,
      toHex32(batch.wordsHash),
    ],
  )
  return mod(BigInt(keccak256(encoded)))
}

/** y = sum of w_i * r^i over the padded layout, mod p. */
export function evaluate(words: readonly bigint[], r: bigint): bigint {
  let value = 0n
  for (let i = words.length - 1; i >= 0; i--) value = (value * r + (words[i] ?? 0n)) % P
  return value
}
