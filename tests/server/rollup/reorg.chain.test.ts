import { eq } from 'drizzle-orm'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inboxItems, l2Sends, rollupBatches, watcherBatches } from '#drizzle/schema/rollup.ts'
import { readHeads } from '#server/rollup/l2/slotReader.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { watch } from '#server/rollup/watcher/watch.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import { startLocalSlot } from '#tests/support/localSlot.ts'

let database: FreshDatabase
let slot: Awaited<ReturnType<typeof startLocalSlot>>
let opened = 0

beforeEach(async () => {
  database = await freshDatabase()
  slot = await startLocalSlot(database.db)
})
afterEach(async () => {
  await slot.stop()
  await database.drop()
})

const log = pino({ level: process.env.TEST_LOG ?? 'silent' })
const sealOne = async () => {
  const wallet = `eip155:0x${(++opened).toString(16).padStart(40, '0')}`
  await submitTx(database.db, { key: `open:${wallet}`, kind: 'openAccount', payload: { wallet } })
  expect(await slot.sequencer.sealNext()).toBe(true)
}
/** Owes, sends, notices. */
const publish = async (passes = 3) => {
  for (let pass = 0; pass < passes; pass++) await slot.publishOnce()
}
const reorg = async (depth: number) => {
  await slot.tester.request({ method: 'anvil_reorg' as never, params: [depth, []] as never })
  await slot.tester.request({ method: 'anvil_dropAllTransactions' as never, params: [] as never })
}
/** To a snapshot, which also sets the chain's clock back: here it stays ours. */
const goBack = async (id: `0x${string}`) => {
  await slot.tester.revert({ id })
  await slot.tester.setNextBlockTimestamp({ timestamp: BigInt(Math.floor(Date.now() / 1000)) })
}
const statuses = async () => (await database.db.select().from(rollupBatches).orderBy(rollupBatches.number)).map(({ status }) => status)

describe('L2 reorgs', () => {
  it.each([1, 2, 7, 64])(
    'of %i blocks: what was sent is sent again, what was derived is derived again, and nothing else',
    async (depth) => {
      await slot.tester.mine({ blocks: 1 })
      await sealOne()
      await publish()
      // The first batch stays below the reorg.
      await slot.tester.mine({ blocks: 70 })
      await publish(1)
      const deriver = slot.newDeriver()
      const alarms: number[] = []
      const look = () => watch({ db: database.db, log, deriver, onDisagreement: (number) => void alarms.push(number) })
      await look()
      await sealOne()
      await publish()
      await sealOne()
      await publish()
      await look()
      const checked = async () =>
        (await database.db.select().from(watcherBatches).orderBy(watcherBatches.batch)).map(({ batch, agrees }) => [batch, agrees])
      expect(await checked()).toEqual([
        [1, 1],
        [2, 1],
        [3, 1],
      ])
      const blocks = await slot.client.getBlockNumber()
      // At least the newest batch's transaction is in the blocks that go.
      if (depth > 1) await slot.tester.mine({ blocks: depth - 1 })
      await publish(1)
      await reorg(depth)
      expect((await readHeads(slot.client, slot.slot)).tip).toBeLessThan(3n)
      await slot.tester.mine({ blocks: 1 })
      await look()
      await publish(4)
      expect(await slot.client.getBlockNumber()).toBeGreaterThanOrEqual(blocks)
      expect((await readHeads(slot.client, slot.slot)).tip).toBe(3n)
      const sends = await database.db.select().from(l2Sends)
      expect(sends.map(({ status }) => status)).toEqual(['mined', 'mined', 'mined'])
      expect(await statuses()).toEqual(['proposed', 'proposed', 'proposed'])
      await look()
      expect(alarms).toEqual([])
      const fresh: number[] = []
      for await (const { number, problem } of slot.newDeriver().derive()) if (problem === null) fresh.push(number)
      expect(fresh).toEqual([1, 2, 3])
    },
  )

  it('beyond what L2 called final: the inbox is read anew and a batch over items that went is sealed again', async () => {
    await sealOne()
    await publish()
    const before = await slot.tester.snapshot()
    await slot.deposit(0, 111n)
    await slot.tester.mine({ blocks: 4 })
    await publish(1)
    expect(await slot.sequencer.sealNext()).toBe(true)
    expect(await database.db.$count(inboxItems)).toBe(1)
    await goBack(before)
    await slot.deposit(0, 222n)
    await slot.tester.mine({ blocks: 6 })
    await publish(1)
    for (let round = 0; round < 6; round++) {
      await publish()
      while (await slot.sequencer.sealNext());
    }
    await publish()
    const [item] = await database.db.select().from(inboxItems)
    expect((item?.words[1] ?? 0n) >> 8n).toBe(222n)
    const [batch] = await database.db.select().from(rollupBatches).where(eq(rollupBatches.number, 2))
    expect(batch?.status).toBe('proposed')
    const problems: (string | null)[] = []
    for await (const { problem } of slot.newDeriver().derive()) problems.push(problem)
    expect(problems).toEqual([null, null])
  })

  it('beyond what L2 called final: an item that went is forgotten though a batch took it, and one that is there again is not taken twice', async () => {
    await sealOne()
    await publish()
    const before = await slot.tester.snapshot()
    await slot.deposit(0, 111n)
    await slot.tester.mine({ blocks: 4 })
    await publish(1)
    expect(await slot.sequencer.sealNext()).toBe(true)
    await goBack(before)
    // The reorg is noticed while the new item is not below what L2 calls final.
    await slot.deposit(0, 222n)
    await publish(1)
    expect(await database.db.$count(inboxItems)).toBe(0)
    await slot.tester.mine({ blocks: 6 })
    await publish(1)
    const [item] = await database.db.select().from(inboxItems)
    expect([(item?.words[1] ?? 0n) >> 8n, item?.batch, item?.applied]).toEqual([222n, 2, 1])
    for (let round = 0; round < 4; round++) {
      await publish()
      while (await slot.sequencer.sealNext());
    }
    expect(await statuses()).toEqual(['proposed', 'proposed'])
    expect((await readHeads(slot.client, slot.slot)).tip).toBe(2n)
  })

  it('beyond what L2 called final: a final batch over an item that went is sealed again, and is final again', async () => {
    await sealOne()
    await slot.run()
    const before = await slot.tester.snapshot()
    await slot.deposit(0, 111n)
    await slot.run()
    expect(await statuses()).toEqual(['final', 'final'])
    await goBack(before)
    await slot.deposit(0, 222n)
    await slot.run()
    expect(await statuses()).toEqual(['final', 'final'])
    expect((await readHeads(slot.client, slot.slot)).final).toBe(2n)
    const items = await database.db.select().from(inboxItems)
    expect(items.map(({ words, batch }) => [(words[1] ?? 0n) >> 8n, batch])).toEqual([[222n, 2]])
    const problems: (string | null)[] = []
    for await (const { problem } of slot.newDeriver().derive()) problems.push(problem)
    expect(problems).toEqual([null, null])
  })
})
