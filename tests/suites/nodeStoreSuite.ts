import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rootFromPath } from '#server/rollup/protocol/trees.ts'
import { type NodeStore, treeIds } from '#server/rollup/state/nodeStore.ts'
import { pathAt } from '#server/rollup/state/pathAt.ts'
import { loadState } from '#server/rollup/state/slotState.ts'
import { deposit, items, openQuest, openSlot, slotDomain, toyHasher, walletOf } from '#tests/support/slotFixture.ts'

export type NodeStoreHarness = { open(): Promise<NodeStore>; close(): Promise<void> }

/** What every node store promises; run against the in-memory twin and against Postgres. `open` gives an empty store. */
export function nodeStoreSuite(name: string, harness: NodeStoreHarness) {
  describe(`node store: ${name}`, () => {
    let store: NodeStore
    beforeAll(async () => {
      store = await harness.open()
    })
    afterAll(() => harness.close())
    const vaults = treeIds.vaults

    it('is empty at first', async () => {
      expect(await store.latest()).toBe(0)
      expect(await store.nodes([{ tree: vaults, level: 0, index: 1 }], 5)).toEqual([undefined])
      expect(await store.nodes([], 5)).toEqual([])
      expect(await store.leaves([], 5)).toEqual([])
    })

    it('answers as of a batch, in the order of the keys', async () => {
      const far = 3 ** 20 - 1
      const wide = 2n ** 253n + 7n
      await store.write(1, {
        nodes: [
          { tree: vaults, level: 0, index: far, hash: wide },
          { tree: vaults, level: 1, index: 2, hash: 0n },
        ],
        leaves: [{ tree: treeIds.quests, index: 4, fields: { minted: '1' } }],
      })
      await store.write(3, { nodes: [{ tree: vaults, level: 0, index: far, hash: 3n }], leaves: [] })
      await store.write(3, {
        nodes: [{ tree: vaults, level: 0, index: far, hash: 4n }],
        leaves: [{ tree: treeIds.quests, index: 4, fields: { minted: '9' } }],
      })
      const keys = [
        { tree: treeIds.quests, level: 0, index: far },
        { tree: vaults, level: 1, index: 2 },
        { tree: vaults, level: 0, index: far },
        { tree: vaults, level: 0, index: far },
      ]
      expect(await store.nodes(keys, 0)).toEqual([undefined, undefined, undefined, undefined])
      expect(await store.nodes(keys, 2)).toEqual([undefined, 0n, wide, wide])
      expect(await store.nodes(keys, 3)).toEqual([undefined, 0n, 4n, 4n])
      const leaves = [
        { tree: treeIds.accounts, index: 4 },
        { tree: treeIds.quests, index: 4 },
      ]
      expect(await store.leaves(leaves, 2)).toEqual([undefined, { minted: '1' }])
      expect(await store.leaves(leaves, 3)).toEqual([undefined, { minted: '9' }])
      await store.deleteAfter(2)
      expect(await store.nodes(keys, 3)).toEqual([undefined, 0n, wide, wide])
      await store.deleteAfter(0)
      expect(await store.nodes(keys, 3)).toEqual([undefined, undefined, undefined, undefined])
    })

    it('carries a slot through batches, a restart after each, proofs at past roots and unwinding', async () => {
      const slot = await openSlot(toyHasher, store)
      const roots = [slot.state.root()]
      const group = { quest: 0, accounts: [0, 1, 2], evidenceRoot: 5n, validUntil: 2_000_000_000 }
      await slot.advance({
        opens: [walletOf(0), walletOf(1)],
        inbox: items(deposit(0, 500n), openQuest({ feePerMint: 1n, feePool: 400n })),
      })
      roots.push(slot.state.root())
      for (let batch = 2; batch <= 4; batch++) {
        const reloaded = await loadState(store, toyHasher)
        expect(reloaded.root()).toBe(roots.at(-1))
        const members = { ...group, accounts: batch % 2 === 0 ? [0, 1] : [1] }
        await slot.advance({ groups: [await slot.sign(members)], opens: [walletOf(batch)], inbox: items(deposit(1, 7n)) })
        roots.push(slot.state.root())
      }
      expect(await store.latest()).toBe(4)
      for (const [batch, root] of roots.entries()) {
        const state = await loadState(store, toyHasher, batch)
        expect(state.root()).toBe(root)
        for (const [tree, index] of [
          ['accounts', 1],
          ['credentials', 27],
          ['quests', 0],
          ['vaults', 81],
          ['vaults', 3 ** 20 - 1],
        ] as const) {
          const { leaf, path } = await pathAt({ store, hasher: toyHasher }, tree, { index, batch })
          expect(rootFromPath(toyHasher, leaf, index, path)).toBe(state.trees[tree].root())
        }
      }
      expect((await pathAt({ store, hasher: toyHasher }, 'vaults', { index: 81, batch: 3 })).leaf).toBe(14n)

      await store.deleteAfter(2)
      const again = await openSlot(toyHasher, store)
      expect(again.state.root()).toBe(roots[2])
      await again.advance({ groups: [await again.sign({ ...group, accounts: [1] })], opens: [walletOf(3)], inbox: items(deposit(1, 7n)) })
      expect(again.state.root()).toBe(roots[3])
    })

    it('gives a fresh process the same batch as one that kept its cache', async () => {
      await store.deleteAfter(0)
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ account: fc.nat({ max: 12 }), amount: fc.bigInt(1n, 99n) }), { minLength: 1, maxLength: 3 }),
          async (paid) => {
            const kept = await openSlot(toyHasher, store)
            await kept.advance({ opens: [walletOf(1)], inbox: items(...paid.map(({ account, amount }) => deposit(account, amount))) })
            const fresh = await openSlot(toyHasher, store)
            const draft = { inbox: items(deposit(0, 1n)), domain: slotDomain }
            const [a, b] = [await kept.build(draft), await fresh.build(draft)]
            if (!a.ok || !b.ok) throw new Error('refused')
            expect(b.value.inputs).toEqual(a.value.inputs)
          },
        ),
        { numRuns: 8 },
      )
    })

    it('refuses a proof outside of the tree and a state that is not stored', async () => {
      await expect(pathAt({ store, hasher: toyHasher }, 'quests', { index: 3 ** 13, batch: 1 })).rejects.toMatchObject({
        code: 'rollup.not-found',
      })
      await store.deleteAfter(0)
      await expect(loadState(store, toyHasher, 3)).rejects.toMatchObject({ code: 'rollup.not-found' })
    })
  })
}
