import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'
import { hashNode, rootFromPath, zeroHash, zeroHashes } from '#server/rollup/protocol/trees.ts'

/** A whole tree of depth 3, level by level: the slow truth that paths are compared with. */
function levels(leaves: bigint[]): bigint[][] {
  const all = [leaves]
  for (let level = leaves; level.length > 1; ) {
    level = hasher.hashNodes(level)
    all.push(level)
  }
  return all
}

test('the path of every leaf leads to the root', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 0n, max: 2n ** 200n }), { minLength: 27, maxLength: 27 }), fc.nat(26), (leaves, index) => {
      const all = levels(leaves)
      const path = [0, 1, 2].map((height) => {
        const level = all[height] ?? []
        const at = Math.floor(index / 3 ** height)
        const siblings = level.slice(at - (at % 3), at - (at % 3) + 3).filter((_, lane) => lane !== at % 3)
        return [siblings[0] ?? 0n, siblings[1] ?? 0n] as const
      })
      const root = all[3]?.[0]
      expect(rootFromPath(hasher, leaves[index] ?? 0n, index, path)).toBe(root)
      expect(rootFromPath(hasher, (leaves[index] ?? 0n) + 1n, index, path)).not.toBe(root)
    }),
    { numRuns: 20 },
  )
})

test('empty subtrees have the zero hashes', () => {
  const zeros = zeroHashes(hasher)
  expect(zeros).toHaveLength(21)
  expect(zeros[0]).toBe(0n)
  expect(zeros[3]).toBe(levels(Array(27).fill(0n))[3]?.[0])
  expect(zeroHash(hasher, 1)).toBe(hashNode(hasher, 0n, 0n, 0n))
  expect(() => zeroHash(hasher, 21)).toThrow('No tree is that high')
})

test('an index outside of the path is refused', () => {
  const path = [[0n, 0n]] as const
  for (const index of [-1, 3, 0.5, Number.NaN]) expect(() => rootFromPath(hasher, 1n, index, path)).toThrow('outside of the tree')
})
