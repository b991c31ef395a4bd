import { keccak_256 } from '@noble/hashes/sha3.js'
import { describe, expect, it } from 'vitest'
import { challengeOf, domainOf, evaluate, inboxItemHash, wordsHash } from '#server/rollup/protocol/batch.ts'
import { P } from '#server/rollup/protocol/field.ts'
import { fromHex, type Hex, toBigInt, toHex32 } from '#server/shared/bytes.ts'

const rollup = '0x5fbdb2315678afecb367f032d93f642f64180aa3' as const
/** keccak256 of 32-byte big-endian words: what `abi.encode` of static values is. */
const keccakWords = (...words: bigint[]) =>
  toBigInt(keccak_256(fromHex(`0x${words.map((word) => toHex32(word).slice(2)).join('')}`) ?? new Uint8Array()))

describe('binding of a batch', () => {
  const domain = keccakWords(31338n, BigInt(rollup)) % P

  it('names the slot by chain and contract', () => {
    expect(domainOf(31338, rollup)).toBe(domain)
    expect(domainOf(31337, rollup)).not.toBe(domain)
  })

  it('draws the challenge over everything in order', () => {
    const batch = { chainId: 31338, rollup, number: 7, circuit: 'small', dataCommit: 5n, wordsHash: 1n << 255n } as const
    expect(challengeOf(batch)).toBe(keccakWords(domain, 31338n, BigInt(rollup), 7n, 1n, 5n, 1n << 255n) % P)
    for (const change of [{ chainId: 1 }, { number: 8 }, { dataCommit: 6n }, { wordsHash: 0n }]) {
      expect(challengeOf({ ...batch, ...change })).not.toBe(challengeOf(batch))
    }
  })

  it('evaluates from the lowest power', () => {
    expect(evaluate([3n, 5n, 7n], 10n)).toBe(753n)
    expect(evaluate([P - 1n, 1n], 1n)).toBe(0n)
  })

  it('hashes words as bytes', () => {
    const words: Hex = `0x${toHex32(1n).slice(2)}${toHex32(2n).slice(2)}`
    expect(wordsHash(words)).toBe(keccakWords(1n, 2n))
    expect(BigInt(inboxItemHash([1n, 2n]))).toBe(keccakWords(1n, 2n))
  })
})
