import { eq, sql } from 'drizzle-orm'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '#drizzle/client.ts'
import { inboxItems, proofJobs, rollupBatches, rollupTxs, rollupWallets, watcherBatches } from '#drizzle/schema/rollup.ts'
import { sign } from '#server/rollup/protocol/schnorr.ts'
import { encodeInboxTx } from '#server/rollup/protocol/words.ts'
import type { SealedBatch } from '#server/rollup/sequencer/ports.ts'
import { Sequencer } from '#server/rollup/sequencer/sealNext.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { deriveBatch } from '#server/rollup/state/derive.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { createMemoryNodeStore } from '#server/rollup/state/memoryNodeStore.ts'
import { createNodeStore } from '#server/rollup/state/nodeStore.ts'
import { commitState, loadState, settle } from '#server/rollup/state/slotState.ts'
import { type FreshDatabase, freshDatabase } from '../../../support/database.ts'
import { issuerSecret, now, openQuest, slotDomain } from '../../../support/slotFixture.ts'

let database: FreshDatabase
let db: Database
let sealed: SealedBatch[]
let taken: number[]
let issuerAnswers: boolean

const owner = `eip155:0x${'1'.repeat(40)}`
const ownerAddress = BigInt(`0x${'1'.repeat(40)}`)

function sequencer() {
  return new Sequencer({
    db,
    hasher: fastHasher,
    store: createNodeStore(db),
    domain: slotDomain,
    issuer: { sign: async (_quest, message) => (issuerAnswers ? sign(fastHasher, issuerSecret, message) : null) },
    sealed: {
      sealed: async (_connection, batch) => void sealed.push(batch),
      unsealed: async (_connection, from) => void taken.push(from),
    },
    clock: { now: () => now * 1000, sleep: async () => {} },
    log: pino({ level: 'silent' }),
    leader: 0,
    policy: { sealAfterMs: 0, maxOpen: 8, maxProving: 8 },
  })
}

const mint = (n: number, questIndex: number) =>
  submitTx(db, {
    key: `mint:${questIndex}:${n}`,
    kind: 'mint',
    requestId: `request-${n}`,
    payload: {
      credentialId: `credential-${n}`,
      accountId: `account-${n}`,
      wallet: `eip155:0x${n.toString(16).padStart(40, '0')}`,
      questIndex,
      evidenceDigest: `0x${n.toString(16).padStart(62, '0')}`,
    },
  })

/** Opens the owner's account and one quest, as the platform does through the inbox. */
async function openFirstQuest(engine: Sequencer) {
  await submitTx(db, { key: `open:${owner}`, kind: 'openAccount', payload: { wallet: owner } })
  await engine.sealNext()
  await submitTx(db, { key: 'openQuest:5', kind: 'openQuest', payload: { questIndex: 5 } })
  const words = encodeInboxTx(openQuest({ account: 0, authoriser: ownerAddress, quest: 5, supply: 4 }))
  await db.insert(inboxItems).values({ index: 0, words, blockNumber: 1, txHash: '0x00' })
  await engine.sealNext()
}

beforeEach(async () => {
  database = await freshDatabase()
  db = database.db
  sealed = []
  taken = []
  issuerAnswers = true
})
afterEach(() => database.drop())

describe('Sequencer', () => {
  it('opens accounts, quests through the inbox, and mints in one batch each', async () => {
    const engine = sequencer()
    await openFirstQuest(engine)
    expect(sealed[1]?.questsOpened).toEqual([5])
    await mint(2, 5)
    await mint(3, 5)
    expect(await engine.sealNext()).toBe(true)
    expect(sealed[2]?.mints).toMatchObject([
      { credentialId: 'credential-2', serial: 0, index: 0, position: 0, issuedAt: now - 1 },
      { credentialId: 'credential-3', serial: 1, index: 1, position: 1 },
    ])
    expect(sealed[2]?.accounts.map(({ index }) => index)).toEqual([9, 10])
    const [batch] = await db.select().from(rollupBatches).where(eq(rollupBatches.number, 3))
    expect(batch).toMatchObject({ credentials: 2, accounts: 2, requestIds: ['request-2', 'request-3'], status: 'sealed' })
    expect(await db.select().from(proofJobs)).toHaveLength(3)
    const txs = await db.select().from(rollupTxs).where(eq(rollupTxs.kind, 'openQuest'))
    expect(txs[0]?.status).toBe('batched')
  })

  it('writes batches that re-derive from their posted words', async () => {
    const engine = sequencer()
    await openFirstQuest(engine)
    await mint(2, 5)
    await engine.sealNext()
    const store = createMemoryNodeStore()
    let state = await loadState(store, fastHasher)
    for (const row of await db.select().from(rollupBatches).orderBy(rollupBatches.number)) {
      const calldata = { words: row.calldata as `0x${string}`, lengths: BigInt(row.lengths) }
      const posted = { circuit: row.circuit, number: row.number, timestamp: row.timestamp, domain: slotDomain, calldata }
      const derived = await deriveBatch({ hasher: fastHasher }, state, posted)
      if (!derived.ok) throw new Error(JSON.stringify(derived.reason))
      expect(derived.value.newRoot).toBe(row.newRoot)
      await commitState(derived.value.next, store, row.number)
      state = settle(derived.value.next)
    }
    expect(state.batch).toBe(3)
  })

  it('goes on from the rows after a crash', async () => {
    await openFirstQuest(sequencer())
    await mint(2, 5)
    await sequencer().sealNext()
    await mint(3, 5)
    await sequencer().sealNext()
    expect(sealed.flatMap(({ mints }) => mints.map(({ serial }) => serial))).toEqual([0, 1])
    expect(sealed[3]?.mints[0]?.index).toBe(27)
  })

  it('lets two sequencers race without sealing anything twice', async () => {
    const [first, second] = [sequencer(), sequencer()]
    await openFirstQuest(first)
    for (const n of [2, 3, 4]) await mint(n, 5)
    await Promise.all([first.sealNext(), second.sealNext()])
    await Promise.all([first.sealNext(), second.sealNext()])
    const placed = await db.select().from(rollupTxs).where(eq(rollupTxs.kind, 'mint'))
    expect(placed.map(({ status }) => status)).toEqual(['batched', 'batched', 'batched'])
    const [count] = await db.select({ minted: sql<number>`sum(${rollupBatches.credentials})::int` }).from(rollupBatches)
    expect(count?.minted).toBe(3)
  })

  it('refuses the mint above the supply by name and seals the others', async () => {
    const engine = sequencer()
    await openFirstQuest(engine)
    for (const n of [2, 3, 4, 5, 6]) await mint(n, 5)
    while (await engine.sealNext());
    const rows = await db.select().from(rollupTxs).where(eq(rollupTxs.kind, 'mint')).orderBy(rollupTxs.createdAt)
    expect(rows.map(({ refusal }) => refusal)).toEqual([null, null, null, null, 'mint.over-supply'])
    expect(rows.filter(({ status }) => status === 'batched')).toHaveLength(4)
  })

  it('waits for a silent issuer without holding others up', async () => {
    const engine = sequencer()
    await openFirstQuest(engine)
    issuerAnswers = false
    await mint(2, 5)
    const wallet = `eip155:0x${'7'.repeat(40)}`
    await submitTx(db, { key: `open:${wallet}`, kind: 'openAccount', payload: { wallet } })
    expect(await engine.sealNext()).toBe(true)
    expect(sealed[2]?.mints).toEqual([])
    issuerAnswers = true
    await engine.sealNext()
    expect(sealed[3]?.mints).toHaveLength(1)
  })

  it('takes pruned batches back and seals their txs again', async () => {
    const engine = sequencer()
    await openFirstQuest(engine)
    await mint(2, 5)
    await engine.sealNext()
    await db.update(rollupBatches).set({ status: 'pruned' }).where(eq(rollupBatches.number, 2))
    await engine.sealNext()
    await engine.sealNext()
    expect(taken).toEqual([2])
    const numbers = await db.select({ number: rollupBatches.number }).from(rollupBatches).orderBy(rollupBatches.number)
    expect(numbers.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(sealed.at(-1)?.mints).toMatchObject([{ credentialId: 'credential-2', serial: 0 }])
    expect(await db.select().from(rollupWallets)).toHaveLength(2)
  })

  it('stops when the watcher cannot re-derive a batch', async () => {
    const engine = sequencer()
    await openFirstQuest(engine)
    await db.insert(watcherBatches).values({ batch: 1, derivedRoot: 1n, claimedRoot: 2n, agrees: 0 })
    await mint(2, 5)
    expect(await engine.sealNext()).toBe(false)
    expect(sealed).toHaveLength(2)
  })

  it('treats a repeated submit as the same tx', async () => {
    const [a, b] = [await mint(2, 5), await mint(2, 5)]
    expect(a.id).toBe(b.id)
    expect(await db.select().from(rollupTxs)).toHaveLength(1)
  })
})
