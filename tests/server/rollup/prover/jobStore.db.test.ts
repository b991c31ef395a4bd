import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { proofJobs } from '#drizzle/schema/rollup.ts'
import { failJob, finishJob, leaseJob, proofLimits, renewLease } from '#server/rollup/prover/jobStore.ts'
import { proveNext } from '#server/rollup/prover/proveNext.ts'
import { createLog } from '#server/shared/log.ts'
import { type FreshDatabase, freshDatabase } from '../../../support/database.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.db.delete(proofJobs)
  await database.db.insert(proofJobs).values([1, 2].map((batch) => ({ batch, circuit: 'small' as const, inputs: {} })))
})

const proof = { proof: new Uint8Array([1, 2]), recipient: '0x00', witnessMs: 1, proofMs: 2, peakMemoryKb: 3 }
const expire = (batch: number) =>
  database.db.update(proofJobs).set({ leasedUntil: sql`now() - interval '1 second'` }).where(eq(proofJobs.batch, batch))

describe('proof jobs', () => {
  it('go to one prover each, however many ask at once', async () => {
    const jobs = await Promise.all(Array.from({ length: 8 }, (_, i) => leaseJob(database.db, `prover-${i}`)))
    expect(jobs.flatMap((job) => job?.batch ?? []).sort()).toEqual([1, 2])
  })

  it('are small ones first, and of one lane when asked for', async () => {
    await database.db.update(proofJobs).set({ circuit: 'bulk' }).where(eq(proofJobs.batch, 1))
    expect((await leaseJob(database.db, 'a'))?.batch).toBe(2)
    expect(await leaseJob(database.db, 'a', ['small'])).toBeNull()
    expect((await leaseJob(database.db, 'a', ['large', 'bulk']))?.batch).toBe(1)
  })

  it('end when a proof hangs, and are tried again', async () => {
    let now = 0
    const clock = {
      now: () => now,
      sleep: async () => {
        now += 60_000
      },
    }
    const prove = (_inputs: unknown, { signal }: { signal: AbortSignal }) =>
      new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    const deps = { db: database.db, log: createLog('test', 'silent'), clock, prover: 'hangs', prove }
    expect(await proveNext(deps, new AbortController().signal)).toBe(true)
    const [job] = await database.db.select().from(proofJobs).where(eq(proofJobs.batch, 1))
    expect(job).toMatchObject({ status: 'waiting', attempts: 1, error: expect.stringMatching(/no proof after 120 s/) })
  })

  it('are free again when a prover died with its lease', async () => {
    await leaseJob(database.db, 'dead')
    expect((await leaseJob(database.db, 'other'))?.batch).toBe(2)
    await expire(1)
    expect(await leaseJob(database.db, 'other')).toMatchObject({ batch: 1, attempts: 2 })
  })

  it('drop a proof that comes after the lease was lost', async () => {
    await leaseJob(database.db, 'slow')
    await expire(1)
    await leaseJob(database.db, 'quick')
    expect(await renewLease(database.db, 1, 'slow')).toBe(false)
    expect(await finishJob(database.db, 1, 'slow', proof)).toBe(false)
    expect(await finishJob(database.db, 1, 'quick', proof)).toBe(true)
    const [row] = await database.db.select().from(proofJobs).where(eq(proofJobs.batch, 1))
    expect(row).toMatchObject({ status: 'done', leasedBy: 'quick', recipient: '0x00' })
  })

  it('are given up after the last attempt', async () => {
    for (let attempt = 1; attempt <= proofLimits.attempts; attempt++) {
      const job = await leaseJob(database.db, 'p')
      if (job?.batch !== 1) throw new Error('expected batch 1')
      await failJob(database.db, job, 'p', 'broken')
    }
    const [row] = await database.db.select().from(proofJobs).where(eq(proofJobs.batch, 1))
    expect(row).toMatchObject({ status: 'failed', error: 'broken' })
    expect((await leaseJob(database.db, 'p'))?.batch).toBe(2)
  })
})
