import fc from 'fast-check'
import { expect, test } from 'vitest'
import { P } from '#server/rollup/protocol/field.ts'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'
import { fastHasher, hashMany, hashNodeBytes } from '#server/rollup/state/fastHash.ts'
import vectors from '#tests/vectors/poseidon2.json' with { type: 'json' }

/** Edges of limbs and of the modulus are where lazy reduction would break. */
const edges = [0n, 1n, (1n << 29n) - 1n, 1n << 29n, (1n << 232n) - 1n, 1n << 253n, P - 2n, P - 1n]
const element = fc.oneof(fc.bigInt({ min: 0n, max: P - 1n }), fc.constantFrom(...edges))

test('every tag and length has the answer of the plain engine', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.array(element, { maxLength: 30 }), (tag, inputs) => {
      expect(fastHasher.hash(tag, inputs)).toBe(hasher.hash(tag, inputs))
    }),
    { numRuns: 500 },
  )
})

test('all triples of edge values', () => {
  const children = edges.flatMap((a) => edges.flatMap((b) => edges.flatMap((c) => [a, b, c])))
  expect(fastHasher.hashNodes(children)).toEqual(hasher.hashNodes(children))
})

test('the committed vectors hold', () => {
  for (const { tag, inputs, output } of vectors.hashes) expect(fastHasher.hash(tag, inputs.map(BigInt))).toBe(BigInt(output))
})

test('a long batch, its bytes and one by one agree', () => {
  const leaf = (i: number) => (BigInt(i + 1) * 0x123456789abcdef0123456789abcdef0123456789abcdef01234567n) % P
  const children = Array.from({ length: 66_000 }, (_, i) => leaf(i))
  const parents = fastHasher.hashNodes(children)
  expect(parents).toHaveLength(22_000)
  for (const i of [0, 21_844, 21_845, 21_999]) expect(parents[i]).toBe(hasher.hash(0, children.slice(3 * i, 3 * i + 3)))
  const words = new BigUint64Array(children.flatMap((child) => [0n, 64n, 128n, 192n].map((shift) => BigInt.asUintN(64, child >> shift))))
  const bytes = new BigUint64Array(hashNodeBytes(new Uint8Array(words.buffer)).buffer)
  for (const i of [0, 21_844, 21_845, 21_999]) expect(bytes[4 * i]).toBe(BigInt.asUintN(64, parents[i] ?? 0n))
  expect(hashMany(5, 4, children.slice(0, 8))).toEqual([hasher.hash(5, children.slice(0, 4)), hasher.hash(5, children.slice(4, 8))])
})

test('what is no field element is refused by both engines', () => {
  for (const engine of [hasher, fastHasher]) {
    for (const bad of [-1n, P, 1n << 256n]) expect(() => engine.hash(1, [bad])).toThrow('input is out of range')
    expect(() => engine.hashNodes([1n, 2n])).toThrow('by threes')
  }
})
