import type { Path } from '#server/rollup/protocol/circuitInputs.ts'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { ARITY, zeroHash } from '#server/rollup/protocol/trees.ts'
import { CairnError } from '#server/shared/errors.ts'

/** Nodes of one tree that are known, by `nodeId`. */
export type NodeCache = Map<number, bigint>

/** One number for a place in a tree: an index of any level is below 3^20 < 2^32. */
export const nodeId = (level: number, index: number): number => level * 2 ** 32 + index
export const levelOf = (id: number): number => Math.floor(id / 2 ** 32)
export const indexOf = (id: number): number => id % 2 ** 32

export type TreeShape = {
  depth: number
  /** In the settled state every leaf from here on is empty (append-only trees); Infinity when that is not known. */
  emptyFrom: number
}

/**
 * A 3-ary tree of fixed depth over a shared cache of settled nodes. Changes stay in an overlay, so a scratch copy costs its changes only.
 * Leaves are hashed upwards when a root or path is asked for, level by level in one call of the hasher each.
 */
export class SparseTree {
  readonly hasher: Hasher
  readonly shape: TreeShape
  readonly settled: NodeCache
  readonly changed: NodeCache
  /** Leaves whose ancestors are not hashed yet. */
  private readonly pending: Set<number>

  constructor(hasher: Hasher, shape: TreeShape, settled: NodeCache, from?: SparseTree) {
    this.hasher = hasher
    this.shape = shape
    this.settled = settled
    this.changed = new Map(from?.changed)
    this.pending = new Set(from?.pending)
  }

  scratch(): SparseTree {
    return new SparseTree(this.hasher, this.shape, this.settled, this)
  }

  /** Known without asking the store: changed, cached, or beyond everything appended. */
  knows(level: number, index: number): boolean {
    const id = nodeId(level, index)
    return this.changed.has(id) || this.settled.has(id) || index * ARITY ** level >= this.shape.emptyFrom
  }

  /** Hash of a node; throws `internal` when it was not prefetched, because a guess would give a wrong root. */
  node(level: number, index: number): bigint {
    const id = nodeId(level, index)
    const hash = this.changed.get(id) ?? this.settled.get(id)
    if (hash !== undefined) return hash
    if (index * ARITY ** level >= this.shape.emptyFrom) return zeroHash(this.hasher, level)
    throw new CairnError('internal', 'A tree node was not prefetched.', { meta: { level, index } })
  }

  leaf(index: number): bigint {
    return this.node(0, index)
  }

  setLeaf(index: number, hash: bigint): void {
    if (index < 0 || index >= ARITY ** this.shape.depth) {
      throw new CairnError('internal', 'The leaf lies outside of the tree.', { meta: { index, depth: this.shape.depth } })
    }
    this.changed.set(nodeId(0, index), hash)
    this.pending.add(index)
  }

  root(): bigint {
    this.hashPending()
    return this.node(this.shape.depth, 0)
  }

  /** Siblings from `level` upwards of the subtree `index` of that level (level 0: of a leaf). */
  path(index: number, level = 0): Path {
    this.hashPending()
    const path: [bigint, bigint][] = []
    let at = index
    for (let height = level; height < this.shape.depth; height++) {
      const digit = at % ARITY
      const first = at - digit
      const [left = 0n, right = 0n] = [0, 1, 2].filter((child) => child !== digit).map((child) => this.node(height, first + child))
      path.push([left, right])
      at = first / ARITY
    }
    return path
  }

  private hashPending(): void {
    if (this.pending.size === 0) return
    let dirty: Iterable<number> = this.pending
    for (let level = 0; level < this.shape.depth; level++) {
      const parents = [...new Set(Array.from(dirty, (index) => Math.floor(index / ARITY)))]
      const children: bigint[] = []
      for (const parent of parents) {
        const first = parent * ARITY
        children.push(this.node(level, first), this.node(level, first + 1), this.node(level, first + 2))
      }
      for (const [i, hash] of this.hasher.hashNodes(children).entries()) this.changed.set(nodeId(level + 1, parents[i] ?? 0), hash)
      dirty = parents
    }
    this.pending.clear()
  }
}

/** Places that must be known to change or prove a leaf: it and its siblings on every level, and the root. */
export function neighbourhood(depth: number, leaf: number): number[] {
  const ids = [nodeId(depth, 0)]
  let index = leaf
  for (let level = 0; level < depth; level++) {
    const first = index - (index % ARITY)
    for (let sibling = first; sibling < first + ARITY; sibling++) ids.push(nodeId(level, sibling))
    index = first / ARITY
  }
  return ids
}
