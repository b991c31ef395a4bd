import type { Path } from '#server/rollup/protocol/circuitInputs.ts'
import { trees } from '#server/rollup/protocol/constants.gen.ts'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { ARITY, type TreeName, zeroHash } from '#server/rollup/protocol/trees.ts'
import { CairnError } from '#server/shared/errors.ts'
import { type NodeStore, treeIds } from './nodeStore.ts'

/** A leaf and its path under the root of its tree at the end of a batch: what an inclusion proof shows. */
export type LeafProof = { leaf: bigint; path: Path }

/** Proof of a leaf at the end of `batch`, from the store alone. Throws `rollup.not-found` outside of the tree. */
export async function pathAt(
  deps: { store: NodeStore; hasher: Hasher },
  tree: TreeName,
  at: { index: number; batch: number },
): Promise<LeafProof> {
  const { depth, capacity } = trees[tree]
  if (!Number.isSafeInteger(at.index) || at.index < 0 || at.index >= capacity) {
    throw new CairnError('rollup.not-found', 'The leaf lies outside of the tree.', { meta: { field: 'index', found: at.index } })
  }
  const keys = [{ tree: treeIds[tree], level: 0, index: at.index }]
  for (let level = 0, index = at.index; level < depth; level++, index = Math.floor(index / ARITY)) {
    const first = index - (index % ARITY)
    for (let sibling = first; sibling < first + ARITY; sibling++) {
      if (sibling !== index) keys.push({ tree: treeIds[tree], level, index: sibling })
    }
  }
  const hashes = await deps.store.nodes(keys, at.batch)
  const [leaf = 0n, ...siblings] = keys.map(({ level }, i) => hashes[i] ?? zeroHash(deps.hasher, level))
  const path = Array.from({ length: depth }, (_, level) => [siblings[2 * level] ?? 0n, siblings[2 * level + 1] ?? 0n] as const)
  return { leaf, path }
}
