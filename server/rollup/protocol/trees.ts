import { CairnError } from '#server/shared/errors.ts'
import type { Path } from './circuitInputs.ts'
import { tags, trees } from './constants.gen.ts'
import type { Hasher } from './poseidon2.ts'

export const ARITY = 3
export type TreeName = keyof typeof trees

const MAX_DEPTH = Math.max(...Object.values(trees).map(({ depth }) => depth))
const zerosOf = new WeakMap<Hasher, readonly bigint[]>()

export const hashNode = (hasher: Hasher, left: bigint, middle: bigint, right: bigint): bigint =>
  hasher.hash(tags.node, [left, middle, right])

/** `zeroHashes(hasher)[h]` is the root of an empty subtree of height h (0 = the empty leaf), up to the deepest tree. */
export function zeroHashes(hasher: Hasher): readonly bigint[] {
  const known = zerosOf.get(hasher)
  if (known) return known
  const zeros = [0n]
  for (let height = 0; height < MAX_DEPTH; height++) {
    const zero = zeros[height] ?? 0n
    zeros.push(hashNode(hasher, zero, zero, zero))
  }
  zerosOf.set(hasher, zeros)
  return zeros
}

/** Root of an empty subtree of this height. */
export function zeroHash(hasher: Hasher, height: number): bigint {
  const zero = zeroHashes(hasher)[height]
  if (zero === undefined) throw new CairnError('rollup.malformed', 'No tree is that high.', { meta: { field: 'height', found: height } })
  return zero
}

/**
 * Root above a leaf (or above the root of an aligned subtree, `index` then counts such subtrees).
 * `path` has one pair of siblings a level, leaf level first. Throws `rollup.malformed` when the index lies outside of the path's reach.
 */
export function rootFromPath(hasher: Hasher, leaf: bigint, index: number, path: Path): bigint {
  if (!Number.isSafeInteger(index) || index < 0 || index >= ARITY ** path.length) {
    throw new CairnError('rollup.malformed', 'The index lies outside of the tree.', {
      meta: { field: 'index', found: index, expected: `0 to ${ARITY ** path.length - 1}` },
    })
  }
  let node = leaf
  let rest = index
  for (const [first, second] of path) {
    const digit = rest % ARITY
    rest = Math.floor(rest / ARITY)
    if (digit === 0) node = hashNode(hasher, node, first, second)
    else if (digit === 1) node = hashNode(hasher, first, node, second)
    else node = hashNode(hasher, first, second, node)
  }
  return node
}
