import type { Path } from './circuitInputs.ts'
import { protocol } from './constants.gen.ts'
import type { Hasher } from './poseidon2.ts'

/** Leaf of a group's evidence tree: tagged, because the tree's depth follows the group's size and a leaf must never pass for a node. */
export function evidenceLeaf(hasher: Hasher, digest: bigint): bigint {
  return hasher.hash(protocol.tags.evidence, [digest])
}

/** Root of a group's evidence digests, member i at position i: the smallest 3-ary tree that holds them, the rest 0. */
export function evidenceRoot(hasher: Hasher, digests: readonly bigint[]): bigint {
  return levels(hasher, digests).at(-1)?.[0] ?? 0n
}

/** Siblings of member `position`, leaf level first: with `evidenceLeaf` they give the root (`rootFromPath`). */
export function evidencePath(hasher: Hasher, digests: readonly bigint[], position: number): Path {
  const path: [bigint, bigint][] = []
  let index = position
  for (const level of levels(hasher, digests).slice(0, -1)) {
    const start = index - (index % 3)
    const [first = 0n, second = 0n] = [0, 1, 2].filter((digit) => digit !== index % 3).map((digit) => level[start + digit] ?? 0n)
    path.push([first, second])
    index = Math.floor(index / 3)
  }
  return path
}

function levels(hasher: Hasher, digests: readonly bigint[]): bigint[][] {
  let level = digests.map((digest) => evidenceLeaf(hasher, digest))
  const all = [level]
  while (level.length > 1) {
    while (level.length % 3 !== 0) level.push(0n)
    level = hasher.hashNodes(level)
    all.push(level)
  }
  return all
}
