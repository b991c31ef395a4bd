import { afterAll, beforeAll, expect, test } from 'vitest'
import { proofJobs, rollupBatches } from '#drizzle/schema/rollup.ts'
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

/** L2 as far as settling looks at it: which batch is final. */
let final = 0n
const client = {
  readContract: async ({ functionName }: { functionName: string }) =>
    functionName === 'finalHead' ? { number: final, root: `0x${'00'.repeat(32)}` } : { number: 3n },
  getBlock: async () => ({ number: 100n }),
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
