import type { Path } from '#server/rollup/protocol/circuitInputs.ts'
import { hashNode, zeroHash } from '#server/rollup/protocol/trees.ts'
import { fastHasher as hasher } from '#server/rollup/state/fastHash.ts'

/** A 3-ary tree in a map, hashed leaf by leaf: slow and plain, to compare the engine and the circuit with. */
export class SparseTree {
  readonly depth: number
  private readonly nodes: Map<string, bigint>

  constructor(depth: number, nodes: Map<string, bigint> = new Map()) {
    this.depth = depth
    this.nodes = nodes
  }

  at(level: number, index: number): bigint {
    return this.nodes.get(`${level}/${index}`) ?? zeroHash(hasher, level)
  }

  get root(): bigint {
    return this.at(this.depth, 0)
  }

  set(index: number, leaf: bigint) {
    this.nodes.set(`0/${index}`, leaf)
    let at = index
    for (let level = 1; level <= this.depth; level++) {
      at = Math.floor(at / 3)
      const [left, middle, right] = [0, 1, 2].map((digit) => this.at(level - 1, 3 * at + digit))
      this.nodes.set(`${level}/${at}`, hashNode(hasher, left ?? 0n, middle ?? 0n, right ?? 0n))
    }
  }

  /** Siblings from `level` upwards; `index` counts nodes of that level. */
  path(index: number, level = 0): Path {
    const path: [bigint, bigint][] = []
    let at = index
    for (let height = level; height < this.depth; height++) {
      const first = at - (at % 3)
      const [a = 0n, b = 0n] = [0, 1, 2].filter((digit) => digit !== at % 3).map((digit) => this.at(height, first + digit))
      path.push([a, b])
      at = Math.floor(at / 3)
    }
    return path
  }

  copy(): SparseTree {
    return new SparseTree(this.depth, new Map(this.nodes))
  }
}
