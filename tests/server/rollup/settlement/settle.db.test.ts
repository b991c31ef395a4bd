import { afterAll, beforeAll, expect, test } from 'vitest'
import { proofJobs, rollupBatches } from '#drizzle/schema/rollup.ts'
import { blobNamedBy, isInBlob, readBlobBatch } from '#server/rollup/l2/blobBatch.ts'
import { encodeCalldata } from '#server/rollup/protocol/calldata.ts'
import { circuits } from '#server/rollup/protocol/constants.gen.ts'
import { markMined, markSigned, sendsByPurpose } from '#server/rollup/settlement/sendStore.ts'
import { type SettleDeps, settle } from '#server/rollup/settlement/settle.ts'
import { systemClock } from '#server/shared/clock.ts'
import { createLog } from '#server/shared/log.ts'
import { type FreshDatabase, freshDatabase } from '../../../support/database.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.drop())

/** L2 as far as settling looks at it: which batch is final, and what time it is. */
let final = 0n
let l2Clock = () => BigInt(Math.floor(Date.now() / 1000))
const client = {
  readContract: async ({ functionName }: { functionName: string }) =>
    functionName === 'finalHead' ? { number: final, root: `0x${'00'.repeat(32)}` } : { number: 3n },
  getBlock: async () => ({ number: 100n, timestamp: l2Clock() }),
} as unknown as SettleDeps['client']

const newDeps = (): SettleDeps => {
  const slot = { rollup: `0x${'11'.repeat(20)}`, inbox: `0x${'22'.repeat(20)}`, fromBlock: 0n } as const
  return { db: fresh.db, client, slot, clock: systemClock, log: createLog('test', 'silent') }
}

const batch = (number: number, status: 'proposed' | 'voted') => ({
  ...{ number, status, circuit: 'small' as const, oldRoot: 1n, newRoot: 2n, timestamp: 1, dataCommit: 3n, wordsHash: 4n },
  ...{ challenge: 5n, evaluation: 6n, effects: 0, inboxFrom: 0, inboxTo: 0, credentials: 0, accounts: 0, requestIds: [] },
  ...{ calldata: '0x', lengths: '0' },
})

test('a batch whose proof came before that of its parent is made final once the parent is', async () => {
  const deps = newDeps()
  await fresh.db.insert(rollupBatches).values([batch(1, 'proposed'), batch(2, 'voted'), batch(3, 'voted')])
  const owed = async () => (await sendsByPurpose(fresh.db, ['finalize:1', 'finalize:2', 'finalize:3'])).map(({ purpose }) => purpose)

  await settle(deps)
  expect(await owed()).toEqual([])

  final = 1n
  await settle(deps)
  await settle(deps)
  expect(await owed()).toEqual(['finalize:2'])

  // A revert is an answer to ask again on, not an end.
  const [send] = await sendsByPurpose(fresh.db, ['finalize:2'])
  if (!send) throw new Error('nothing is owed')
  await markSigned(fresh.db, send.id, { nonce: 0, rawTx: '0x', hash: '0xaa', maxFeePerGas: 1n })
  await markMined(fresh.db, send.id, { hash: '0xaa', success: false, gasUsed: 1n, blockNumber: 1n })
  await settle(deps)
  expect((await sendsByPurpose(fresh.db, ['finalize:2'])).map(({ status }) => status)).toEqual(['queued'])

  final = 2n
  await settle(deps)
  expect((await owed()).sort()).toEqual(['finalize:2', 'finalize:3'])
})

test('what finality means to others is written with it, or neither is', async () => {
  await fresh.db.insert(rollupBatches).values([batch(20, 'voted')])
  final = 20n
  const statusOf = async (number: number) => (await fresh.db.select().from(rollupBatches)).find((row) => row.number === number)?.status
  const failing = settle({ ...newDeps(), onFinal: () => Promise.reject(new Error('cannot be told')) })
  await expect(failing).rejects.toThrow('cannot be told')
  expect(await statusOf(20)).toBe('voted')
  const told: number[] = []
  await settle({ ...newDeps(), onFinal: async (_, number) => void told.push(number) })
  expect([await statusOf(20), told.at(-1)]).toEqual(['final', 20])
})

test('what a proof was made from goes once its batch is final beyond any reorg, the proof stays', async () => {
  const job = (number: number) => ({
    batch: number,
    circuit: 'small' as const,
    status: 'done' as const,
    inputs: { words: [1] },
    proof: new Uint8Array([7]),
  })
  await fresh.db.insert(proofJobs).values([36, 37, 100].map(job))
  await fresh.db.insert(rollupBatches).values([batch(100, 'voted')])
  final = 100n
  await settle(newDeps())
  const jobs = await fresh.db.select().from(proofJobs).orderBy(proofJobs.batch)
  expect(jobs.map(({ inputs }) => inputs)).toEqual([{}, { words: [1] }, { words: [1] }])
  expect(jobs.every(({ proof }) => proof?.[0] === 7)).toBe(true)
})

test('a slot that posts blobs proposes without a proof, keeps what it sent, and takes finality from others', async () => {
  const own = await freshDatabase()
  try {
    const slot = { rollup: `0x${'11'.repeat(20)}`, inbox: `0x${'22'.repeat(20)}`, fromBlock: 0n } as const
    const l2 = { ...client, chain: { id: 31_338 } } as unknown as SettleDeps['client']
    const deps: SettleDeps = { db: own.db, client: l2, slot, clock: systemClock, log: createLog('test', 'silent'), dataSource: 'blob' }
    const words = Array.from({ length: circuits.large.offsets.total }, (_, i) => BigInt(i + 1))
    const { words: calldata, lengths } = encodeCalldata('large', words)
    await own.db.insert(rollupBatches).values({
      ...{ number: 1, status: 'sealed', circuit: 'large', oldRoot: 1n, newRoot: 2n, dataCommit: 3n, wordsHash: 4n },
      ...{ challenge: 5n, evaluation: 6n, effects: 0, inboxFrom: 0, inboxTo: 0, credentials: 0, accounts: 0, requestIds: [] },
      ...{ timestamp: Math.floor(Date.now() / 1000), calldata, lengths: lengths.toString() },
    })
    final = 0n
    await settle(deps)
    const [send] = await sendsByPurpose(own.db, ['propose:1'])
    const [row] = await own.db.select().from(rollupBatches)
    if (!send?.blob || !row) throw new Error('nothing is owed')
    const sent = { sent: row.calldata as `0x${string}`, lengths: BigInt(row.lengths) }
    expect(isInBlob(sent.lengths)).toBe(true)
    expect(send.data).toContain(blobNamedBy(sent.sent).slice(2))
    expect(readBlobBatch('large', sent, new Uint8Array(send.blob))).toEqual({ words: calldata, lengths })

    await markSigned(own.db, send.id, { nonce: 0, rawTx: '0x', hash: '0xaa', maxFeePerGas: 1n })
    await markMined(own.db, send.id, { hash: '0xaa', success: true, gasUsed: 1n, blockNumber: 1n })
    await settle(deps)
    final = 1n
    await settle(deps)
    expect(await own.db.select({ status: rollupBatches.status }).from(rollupBatches)).toEqual([{ status: 'final' }])
    expect(await sendsByPurpose(own.db, ['vote:1:zk', 'finalize:1'])).toEqual([])
  } finally {
    await own.drop()
  }
})

test('a batch waits until L2 has reached its time, and is taken back when it is far ahead', async () => {
  const own = await freshDatabase()
  try {
    const deps = { ...newDeps(), db: own.db }
    const timestamp = Math.floor(Date.now() / 1000)
    await own.db.insert(rollupBatches).values({ ...batch(1, 'proposed'), status: 'sealed', timestamp })
    final = 0n
    l2Clock = () => BigInt(timestamp - 1)
    expect(await settle(deps)).toBe(false)
    expect(await sendsByPurpose(own.db, ['propose:1'])).toEqual([])
    l2Clock = () => BigInt(timestamp)
    expect(await settle(deps)).toBe(true)
    expect(await sendsByPurpose(own.db, ['propose:1'])).toHaveLength(1)

    await own.db.insert(rollupBatches).values({ ...batch(2, 'proposed'), status: 'sealed', timestamp: timestamp + 31 })
    expect(await settle(deps)).toBe(true)
    expect(await sendsByPurpose(own.db, ['propose:2'])).toEqual([])
    const { number, status } = rollupBatches
    expect(await own.db.select({ number, status }).from(rollupBatches).orderBy(number)).toEqual([
      { number: 1, status: 'sealed' },
      { number: 2, status: 'pruned' },
    ])
  } finally {
    l2Clock = () => BigInt(Math.floor(Date.now() / 1000))
    await own.drop()
  }
})
