import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'

/** Root of a 3-ary tree by its definition, from all its leaves: slow and obvious, to compare with. */
export function naiveRoot(hasher: Hasher, depth: number, leaves: ReadonlyMap<number, bigint>): bigint {
  let empty = 0n
  let level = new Map(leaves)
  for (let height = 0; height < depth; height++) {
    const above = new Map<number, bigint>()
    for (const index of level.keys()) {
      const parent = Math.floor(index / 3)
      const [a, b, c] = [0, 1, 2].map((child) => level.get(3 * parent + child) ?? empty)
      above.set(parent, hasher.hash(0, [a ?? 0n, b ?? 0n, c ?? 0n]))
    }
    empty = hasher.hash(0, [empty, empty, empty])
    level = above
  }
  return level.get(0) ?? empty
}
