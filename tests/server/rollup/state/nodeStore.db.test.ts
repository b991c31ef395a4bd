import { afterAll, beforeAll, expect, it } from 'vitest'
import { createNodeStore, treeIds } from '#server/rollup/state/nodeStore.ts'
import { commitState, loadState } from '#server/rollup/state/slotState.ts'
import { nodeStoreSuite } from '#tests/suites/nodeStoreSuite.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import { openSlot, toyHasher, walletOf } from '#tests/support/slotFixture.ts'

let shared: FreshDatabase | undefined
nodeStoreSuite('Postgres', {
  async open() {
    shared = await freshDatabase()
    return createNodeStore(shared.db)
  },
  close: async () => shared?.drop(),
})

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

it('commits a state with the caller’s transaction, or not at all', async () => {
  const store = createNodeStore(database.db)
  const slot = await openSlot(toyHasher, store)
  const built = await slot.build({ opens: [walletOf(1)] })
  if (!built.ok) throw new Error('refused')
  const { next, number, newRoot } = built.value
  const broken = database.db.transaction(async (tx) => {
    await commitState(next, store, number, tx)
    throw new Error('cut')
  })
  await expect(broken).rejects.toThrow('cut')
  expect(await store.latest()).toBe(0)
  await database.db.transaction((tx) => commitState(next, store, number, tx))
  expect((await loadState(store, toyHasher)).root()).toBe(newRoot)
  expect(await store.leaves([{ tree: treeIds.accounts, index: 0 }], 1)).toMatchObject([{ evm: walletOf(1).toString() }])
})
