import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rootFromPath } from '#server/rollup/protocol/trees.ts'
import { indexOf, levelOf, neighbourhood, nodeId, SparseTree } from '#server/rollup/state/sparseTree.ts'
import { naiveRoot } from '#tests/support/naiveTree.ts'
import { toyHasher } from '#tests/support/slotFixture.ts'

const depth = 4
const open = () => new SparseTree(toyHasher, { depth, emptyFrom: 0 }, new Map())
const leaves = fc.array(fc.tuple(fc.nat({ max: 3 ** depth - 1 }), fc.bigInt(0n, 1n << 200n)), { minLength: 1, maxLength: 30 })

describe('a sparse tree', () => {
  it('has the root of its definition, whenever it is asked', () => {
    fc.assert(
      fc.property(leaves, fc.nat({ max: 30 }), (list, asked) => {
        const tree = open()
        for (const [i, [index, hash]] of list.entries()) {
          tree.setLeaf(index, hash)
          if (i === asked) tree.root()
        }
        expect(tree.root()).toBe(naiveRoot(toyHasher, depth, new Map(list)))
      }),
    )
  })

  it('proves every leaf and every aligned subtree', () => {
    fc.assert(
      fc.property(leaves, fc.nat({ max: 3 ** depth - 1 }), (list, index) => {
        const tree = open()
        for (const [at, hash] of list) tree.setLeaf(at, hash)
        const path = tree.path(index)
        expect(path).toHaveLength(depth)
        expect(rootFromPath(toyHasher, tree.leaf(index), index, path)).toBe(tree.root())
        const subtree = Math.floor(index / 9)
        expect(rootFromPath(toyHasher, tree.node(2, subtree), subtree, tree.path(subtree, 2))).toBe(tree.root())
      }),
    )
  })

  it('keeps a scratch copy apart', () => {
    const tree = open()
    tree.setLeaf(1, 5n)
    const scratch = tree.scratch()
    scratch.setLeaf(2, 6n)
    expect(tree.root()).toBe(naiveRoot(toyHasher, depth, new Map([[1, 5n]])))
    expect(scratch.root()).toBe(
      naiveRoot(
        toyHasher,
        depth,
        new Map([
          [1, 5n],
          [2, 6n],
        ]),
      ),
    )
  })

  it('throws instead of guessing a node that was not fetched', () => {
    const tree = new SparseTree(toyHasher, { depth, emptyFrom: 40 }, new Map())
    expect(() => tree.root()).toThrow('not prefetched')
    expect(() => tree.path(39)).toThrow('not prefetched')
    expect(() => tree.setLeaf(3 ** depth, 1n)).toThrow('outside')
  })

  it('needs its neighbourhood only', () => {
    fc.assert(
      fc.property(leaves, fc.array(fc.nat({ max: 80 }), { minLength: 1, maxLength: 10 }), (list, touched) => {
        const full = open()
        for (const [index, hash] of list) full.setLeaf(index, hash)
        full.root()
        const places = touched.flatMap((index) => neighbourhood(depth, index))
        const cache = new Map(places.map((id) => [id, full.node(levelOf(id), indexOf(id))]))
        const partial = new SparseTree(toyHasher, { depth, emptyFrom: Infinity }, cache)
        const check = full.scratch()
        for (const index of touched) {
          expect(partial.path(index)).toEqual(check.path(index))
          partial.setLeaf(index, BigInt(index))
          check.setLeaf(index, BigInt(index))
        }
        expect(partial.root()).toBe(check.root())
      }),
    )
  })

  it('needs the neighbourhood of the first empty leaf to append any later', () => {
    fc.assert(
      fc.property(fc.nat({ max: 80 }), fc.array(fc.nat({ max: 80 }), { minLength: 1, maxLength: 10 }), (count, later) => {
        const full = open()
        for (let index = 0; index < count; index++) full.setLeaf(index, BigInt(index + 1))
        full.root()
        const cache = new Map(neighbourhood(depth, count).map((id) => [id, full.node(levelOf(id), indexOf(id))]))
        const partial = new SparseTree(toyHasher, { depth, emptyFrom: count }, cache)
        const check = full.scratch()
        for (const index of later.filter((each) => each >= count)) {
          expect(partial.path(index)).toEqual(check.path(index))
          partial.setLeaf(index, BigInt(index + 1000))
          check.setLeaf(index, BigInt(index + 1000))
        }
        expect(partial.root()).toBe(check.root())
      }),
    )
  })

  it('gives every place its own id', () => {
    expect([nodeId(20, 3 ** 20 - 1), nodeId(0, 7)].map((id) => [levelOf(id), indexOf(id)])).toEqual([
      [20, 3 ** 20 - 1],
      [0, 7],
    ])
  })
})
