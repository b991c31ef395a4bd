import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { P } from '#server/rollup/protocol/field.ts'
import { hasher, type PoseidonState, permute } from '#server/rollup/protocol/poseidon2.ts'
import vectors from '#tests/vectors/poseidon2.json' with { type: 'json' }
import { barretenberg } from './barretenberg.ts'

const element = fc.bigInt({ min: 0n, max: P - 1n })
let bb: Awaited<ReturnType<typeof barretenberg>>
beforeAll(async () => {
  bb = await barretenberg()
})

test('the permutation is the one of bb', () => {
  fc.assert(
    fc.property(fc.tuple(element, element, element, element), (state) => {
      expect(permute(state as PoseidonState)).toEqual(bb.permute(state))
    }),
    { numRuns: 50 },
  )
})

test('tag 0 is the hash of bb, for every length', () => {
  fc.assert(
    fc.property(fc.array(element, { maxLength: 20 }), (inputs) => {
      expect(hasher.hash(0, inputs)).toBe(bb.hash(inputs))
    }),
    { numRuns: 50 },
  )
})

test('a tag moves the capacity lane only', () => {
  const inputs = [11n, 22n, 33n, 44n]
  const [a, b, c, capacity] = bb.permute([11n, 22n, 33n, (4n << 64n) + 7n]) as PoseidonState
  expect(hasher.hash(7, inputs)).toBe(bb.permute([a + 44n, b, c, capacity])[0])
  expect(hasher.hash(7, inputs)).not.toBe(hasher.hash(0, inputs))
})

test('nodes are hashed by threes', () => {
  const children = [1n, 2n, 3n, 4n, 5n, 6n]
  expect(hasher.hashNodes(children)).toEqual([bb.hash([1n, 2n, 3n]), bb.hash([4n, 5n, 6n])])
})

test('the committed vectors hold', () => {
  for (const { tag, inputs, output } of vectors.hashes) expect(hasher.hash(tag, inputs.map(BigInt))).toBe(BigInt(output))
})
