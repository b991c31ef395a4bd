import { type Hex, hexToBigInt, keccak256, slice } from 'viem'
import { describe, expect, it } from 'vitest'
import { P } from '#server/rollup/protocol/field.ts'
import { assertSoundKey } from '#server/rollup/settlement/verifyingKey.ts'
import { toHex32 } from '#server/shared/bytes.ts'

const Q = 21888242871839275222246405745257275088696311157297823662689037894645226208583n

/** Square root in the base field; Q = 3 mod 4. */
function root(square: bigint): bigint | null {
  let [result, base, exponent] = [1n, square % Q, (Q + 1n) / 4n]
  for (; exponent > 0n; exponent >>= 1n, base = (base * base) % Q) if (exponent & 1n) result = (result * base) % Q
  return (result * result - square) % Q === 0n ? result : null
}

/** 28 distinct points of the curve: a key of the right shape that commits to nothing in particular. */
function points(): [bigint, bigint][] {
  const found: [bigint, bigint][] = []
  for (let x = 1n << 200n; found.length < 28; x++) {
    const y = root((x * x * x + 3n) % Q)
    if (y !== null) found.push([x, y])
  }
  return found
}

type Parts = { logSize?: bigint; publicInputs?: bigint; points?: [bigint, bigint][] }
function keyOf({ logSize = 16n, publicInputs = 18n, points: list = points() }: Parts = {}): Hex {
  return `0x${[logSize, publicInputs, 5n, ...list.flat()].map((word) => toHex32(word).slice(2)).join('')}`
}
/** Code that holds the key's hash and every number of it, as the compiler writes them. */
function codeOf(key: Hex): Hex {
  const hash = toHex32(hexToBigInt(keccak256(key)) % P).slice(2)
  const numbers = Array.from({ length: 56 }, (_, i) => slice(key, 96 + 32 * i, 128 + 32 * i).replace(/^0x(00)*/, ''))
  return `0x60${hash}61${numbers.join('7f')}`
}
const changed = (place: number, point: [bigint, bigint]) => points().map((old, i) => (i === place ? point : old))

describe('assertSoundKey', () => {
  it('takes a key whose verifier holds it', () => {
    const key = keyOf()
    expect(() => assertSoundKey(key, codeOf(key))).not.toThrow()
  })

  it.each<[string, Hex, string]>([
    ['another length', `${keyOf()}00`, 'verifyingKey.length'],
    ['a tiny circuit', keyOf({ logSize: 2n }), 'verifyingKey.logSize'],
    ['other public inputs', keyOf({ publicInputs: 17n }), 'verifyingKey.publicInputs'],
    ['a point off the curve', keyOf({ points: changed(17, [1n, 3n]) }), 'verifyingKey.commitment 17'],
    ['no copy constraints', keyOf({ points: changed(0, [0n, 0n]) }), 'verifyingKey.sigma1'],
    ['sigma equal to identity', keyOf({ points: changed(4, points()[0] ?? [0n, 0n]) }), 'verifyingKey.id1'],
    ['no arithmetic gates', keyOf({ points: changed(21, [0n, 0n]) }), 'verifyingKey.arithmetic'],
  ])('refuses %s', (_, key, field) => {
    expect(() => assertSoundKey(key, codeOf(key))).toThrow(
      expect.objectContaining({ code: 'config.invalid', meta: expect.objectContaining({ field }) }),
    )
  })

  it('refuses a verifier that holds another key', () => {
    const other = keyOf({ points: changed(17, [1n, 2n]) })
    expect(() => assertSoundKey(keyOf(), codeOf(other))).toThrow(expect.objectContaining({ code: 'config.invalid' }))
  })
})
