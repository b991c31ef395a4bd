import { eq, sql } from 'drizzle-orm'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '#drizzle/client.ts'
import { l2Sends, leases, proofJobs, rollupBatches, rollupTxs, withdrawals } from '#drizzle/schema/rollup.ts'
import { Lease } from '#server/rollup/sequencer/lease.ts'
import { checkFence, extendLease, takeLease } from '#server/rollup/sequencer/leaseStore.ts'
import { submitTx } from '#server/rollup/sequencer/txStore.ts'
import { systemClock } from '#server/shared/clock.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import { openQuest } from '#tests/support/slotFixture.ts'
import { addressOf, newMempool, newSequencer, openMembers, queueItems, withdraw } from './ledgerFixture.ts'

let database: FreshDatabase
let db: Database

beforeEach(async () => {
  database = await freshDatabase()
  db = database.db
})
afterEach(() => database.drop())

/** Quest 5 of account 0, and `count` mints of it for the two members. */
async function openQuestFor(count: number) {
  await submitTx(db, { key: 'openQuest:5', kind: 'openQuest', payload: { questIndex: 5 } })
  await queueItems(db, [openQuest({ account: 0, authoriser: addressOf(0), quest: 5, supply: 100_000 })])
  while (await newSequencer(db).sealNext());
  await mint(count)
}
let minted = 0
async function mint(count: number) {
  for (let n = 0; n < count; n++) {
    const wallet = `eip155:0x${addressOf(n % 2)
      .toString(16)
      .padStart(40, '0')}`
    const evidenceDigest = `0x${(++minted).toString(16).padStart(62, '0')}`
    const payload = { credentialId: `c${minted}`, accountId: `a${n}`, wallet, questIndex: 5, evidenceDigest }
    await submitTx(db, { key: `mint:${minted}`, kind: 'mint', payload })
  }
}
const circuitsOf = async () =>
  (await db.select().from(rollupBatches).orderBy(rollupBatches.number)).map(({ circuit, credentials }) => `${circuit} ${credentials}`)

/** As if everything so far were final: only what comes now is in the pipeline. */
const finish = () => db.update(rollupBatches).set({ status: 'final' })

describe('lanes', () => {
  it('takes the circuit that serves most mints in a second of proving', async () => {
    await openMembers(db, newSequencer(db), 2)
    await openQuestFor(27)
    await newSequencer(db).sealNext()
    await mint(200)
    await newSequencer(db).sealNext()
    expect((await circuitsOf()).slice(-2)).toEqual(['small 27', 'large 200'])
  })

  it('lets a withdrawal go before a large batch that is not proven, at most twice', async () => {
    const engine = newSequencer(db)
    await openMembers(db, engine, 2)
    await openQuestFor(200)
    await finish()
    await engine.sealNext()
    const large = (await circuitsOf()).length
    expect((await circuitsOf()).at(-1)).toBe('large 200')
    const mempool = newMempool(db)
    for (const nonce of [0, 1]) {
      await mempool.submit(withdraw(nonce))
      while (await engine.sealNext());
      expect((await circuitsOf()).slice(large - 1)).toEqual([...Array(nonce + 1).fill('small 27'), expect.stringMatching(/^large/)])
    }
    await mempool.submit(withdraw(2))
    while (await engine.sealNext());
    // The third one waits its turn behind the large batch.
    expect((await circuitsOf()).at(-2)).toMatch(/^large/)
    expect((await circuitsOf()).at(-1)).toBe('small 0')
    const rows = await db.select().from(rollupTxs).where(eq(rollupTxs.kind, 'mint'))
    expect(rows.every(({ status }) => status === 'batched')).toBe(true)
    expect((await db.select().from(withdrawals)).map(({ kind, amount, paid }) => [kind, amount, paid])).toEqual(
      Array(3).fill(['withdraw', 5n, false]),
    )
    // Once a large batch is on L2 the count begins anew.
    const [waiting] = await db.select().from(rollupBatches).where(eq(rollupBatches.circuit, 'large'))
    await db
      .update(rollupBatches)
      .set({ status: 'proposed' })
      .where(eq(rollupBatches.number, waiting?.number ?? 0))
    await mint(200)
    await engine.sealNext()
    await mempool.submit(withdraw(3))
    while (await engine.sealNext());
    expect((await circuitsOf()).slice(-2)).toEqual([expect.stringMatching(/^small/), expect.stringMatching(/^large/)])
  })

  it('leaves a large batch alone that is proven or on its way to L2', async () => {
    const engine = newSequencer(db)
    await openMembers(db, engine, 2)
    await openQuestFor(200)
    await engine.sealNext()
    const [{ number } = { number: 0 }] = await db.select().from(rollupBatches).where(eq(rollupBatches.circuit, 'large'))
    await db.insert(l2Sends).values({ purpose: `propose:${number}`, sender: 'publisher', to: '0x', data: '0x' })
    await newMempool(db).submit(withdraw(0))
    await engine.sealNext()
    expect((await circuitsOf()).at(-2)).toBe('large 200')
    await db.delete(l2Sends)
    await db.update(proofJobs).set({ status: 'done' })
    await newMempool(db).submit(withdraw(1))
    await engine.sealNext()
    expect(await circuitsOf()).toContain('large 200')
  })
})

describe('lease', () => {
  const log = pino({ level: 'silent' })
  const expire = () => db.update(leases).set({ until: sql`now() - interval '1 second'` })

  it('lets one sequencer seal, and the standby when that one died and its lease ran out', async () => {
    // Time stands still for the first one: it takes its lease and is never heard of again. How long anything takes does not matter.
    const still = {
      now: () => 0,
      sleep: (_ms: number, signal?: AbortSignal) => new Promise<void>((done) => signal?.addEventListener('abort', () => done())),
    }
    const first = new Lease({ db, clock: still, log, holder: 'first', seconds: 3600 })
    expect(await first.current()).toMatchObject({ token: 1 })
    const second = new Lease({ db, clock: systemClock, log, holder: 'second', seconds: 1 })
    const [active, standby] = [newSequencer(db, { lease: first }), newSequencer(db, { lease: second })]
    await openMembers(db, active, 1)
    expect(await circuitsOf()).toHaveLength(2)
    await submitTx(db, { key: 'open:x', kind: 'openAccount', payload: { wallet: `eip155:0x${'9'.repeat(40)}` } })
    expect(await standby.sealNext()).toBe(false)
    await expire()
    while (!(await standby.sealNext())) await systemClock.sleep(50)
    expect(await circuitsOf()).toHaveLength(3)
    // It wakes up and finds out by its fence.
    await submitTx(db, { key: 'open:z', kind: 'openAccount', payload: { wallet: `eip155:0x${'7'.repeat(40)}` } })
    expect(await active.sealNext()).toBe(false)
    expect(await circuitsOf()).toHaveLength(3)
    await Promise.all([first.stop(), second.stop()])
  })

  it('passes to the standby at once when it is given back', async () => {
    const leaseOf = (holder: string) => new Lease({ db, clock: systemClock, log, holder, seconds: 3600 })
    const first = leaseOf('first')
    expect(await first.current()).toMatchObject({ token: 1 })
    const waiting = leaseOf('waiting')
    expect(await waiting.current()).toBeNull()
    await Promise.all([first.stop(), waiting.stop()])
    const next = leaseOf('next')
    expect(await next.current()).toMatchObject({ token: 2 })
    await next.stop()
  })

  it('stays with a sequencer whose write took longer than the lease, though a standby waited for that', async () => {
    const fence = await takeLease(db, 'sequencer', 'slow', 1)
    if (!fence) throw new Error('no lease')
    const asked = await db.transaction(async (tx) => {
      await checkFence(tx, fence)
      // Waits for the row until the write is done; by then the second is over.
      const standby = takeLease(db, 'sequencer', 'standby', 1)
      await tx.execute(sql`select pg_sleep(1.2)`)
      await extendLease(tx, { ...fence, seconds: 3600 })
      return { standby }
    })
    expect(await asked.standby).toBeNull()
    expect(await takeLease(db, 'sequencer', 'slow', 1)).toMatchObject({ token: 1 })
  })

  it('refuses the write of a sequencer that slept through its lease', async () => {
    const fence = await takeLease(db, 'sequencer', 'sleeper', 6)
    if (!fence) throw new Error('no lease')
    expect(await takeLease(db, 'sequencer', 'other', 6)).toBeNull()
    const lost: string[] = []
    const sleeper = newSequencer(db, { lease: { current: async () => fence, lost: () => void lost.push('lost') } })
    await submitTx(db, { key: 'open:y', kind: 'openAccount', payload: { wallet: `eip155:0x${'8'.repeat(40)}` } })
    await expire()
    expect(await takeLease(db, 'sequencer', 'other', 6)).toMatchObject({ token: 2 })
    expect(await sleeper.sealNext()).toBe(false)
    expect(lost).toEqual(['lost'])
    expect(await circuitsOf()).toEqual([])
    await expect(db.transaction((tx) => checkFence(tx, fence))).rejects.toMatchObject({ code: 'conflict' })
    // Its old name gives it no old right: the token went on.
    await expire()
    expect(await takeLease(db, 'sequencer', 'sleeper', 6)).toMatchObject({ token: 3 })
  })
})
