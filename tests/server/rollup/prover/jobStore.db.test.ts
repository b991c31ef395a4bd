import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { proofJobs } from '#drizzle/schema/rollup.ts'
import { failJob, finishJob, leaseJob, proofLimits, releaseJob, renewLease } from '#server/rollup/prover/jobStore.ts'
import { type ProveDeps, proveNext } from '#server/rollup/prover/proveNext.ts'
import { ProverLanes } from '#server/rollup/prover/proverLanes.ts'
import { reproveBatch } from '#server/rollup/settlement/settlementStore.ts'
import { systemClock } from '#server/shared/clock.ts'
import { createLog } from '#server/shared/log.ts'
import { type FreshDatabase, freshDatabase } from '../../../support/database.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.db.delete(proofJobs)
  await database.db.insert(proofJobs).values([1, 2].map((batch) => ({ batch, circuit: 'small' as const, inputs })))
})

const inputs = {}
const proof = { proof: new Uint8Array([1, 2]), recipient: '0x00', witnessMs: 1, proofMs: 2, peakMemoryKb: 3 }
const jobOf = async (batch: number) => (await database.db.select().from(proofJobs).where(eq(proofJobs.batch, batch)))[0]
/** A lease of the first batch, its pause over. */
async function lease(name: string, batch = 1) {
  await expire(batch)
  const job = await leaseJob(database.db, name)
  if (job?.batch !== batch) throw new Error(`expected batch ${batch}, got ${job?.batch}`)
  return job
}
const prover = (parts: Pick<ProveDeps, 'prove'> & Partial<ProveDeps>): ProveDeps => ({
  ...{ db: database.db, log: createLog('test', 'silent'), clock: systemClock, prover: 'test' },
  ...parts,
})
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

  it('end when a proof hangs, and are tried again, whatever the machine’s clock does meanwhile', async () => {
    const clock = { now: () => 0, sleep: async () => {} }
    const prove = (_inputs: unknown, { signal }: { signal: AbortSignal }) =>
      new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    expect(await proveNext(prover({ clock, prove }), new AbortController().signal)).toBe(true)
    expect(await jobOf(1)).toMatchObject({ status: 'waiting', attempts: 1, error: expect.stringMatching(/no proof after 120 s/) })
  })

  it('are free again when a prover died with its lease, and count that', async () => {
    await leaseJob(database.db, 'dead')
    expect((await leaseJob(database.db, 'other'))?.batch).toBe(2)
    await expire(1)
    expect(await leaseJob(database.db, 'other')).toMatchObject({ batch: 1, attempts: 1 })
  })

  it('drop a proof that comes after the lease was lost', async () => {
    const slow = await lease('slow')
    await expire(1)
    const quick = await lease('quick')
    expect(await renewLease(database.db, slow)).toBe(false)
    expect(await finishJob(database.db, slow, proof)).toBe(false)
    expect(await finishJob(database.db, quick, proof)).toBe(true)
    // The answer was lost, and is asked for again.
    expect(await finishJob(database.db, quick, proof)).toBe(true)
    expect(await finishJob(database.db, slow, { ...proof, recipient: '0x01' })).toBe(false)
    expect(await jobOf(1)).toMatchObject({ status: 'done', leasedBy: quick.lease, recipient: '0x00' })
  })

  it('drop the proof of a batch that was taken back and sealed anew, also when the same prover has the new one', async () => {
    const stale = await lease('one')
    await database.db.delete(proofJobs).where(eq(proofJobs.batch, 1))
    await database.db.insert(proofJobs).values({ batch: 1, circuit: 'small', inputs })
    const fresh = await lease('one')
    expect(fresh.batch).toBe(stale.batch)
    expect(await renewLease(database.db, stale)).toBe(false)
    expect(await finishJob(database.db, stale, proof)).toBe(false)
    await failJob(database.db, stale, 'stale')
    await releaseJob(database.db, stale)
    expect(await jobOf(1)).toMatchObject({ status: 'leased', leasedBy: fresh.lease, attempts: 0, error: null })
    expect(await finishJob(database.db, fresh, proof)).toBe(true)
  })

  it('stop the work on a batch that was taken back', async () => {
    const clock = { now: () => 0, sleep: async () => {} }
    const reasons: unknown[] = []
    const prove = (_inputs: unknown, { signal }: { signal: AbortSignal }) =>
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => {
          reasons.push(signal.reason)
          reject(signal.reason)
        })
        database.db
          .delete(proofJobs)
          .where(eq(proofJobs.batch, 1))
          .then(() => undefined, reject)
      })
    expect(await proveNext(prover({ clock, prove }), new AbortController().signal)).toBe(true)
    expect(reasons).toEqual([new Error('the lease was lost')])
    expect(await jobOf(1)).toBeUndefined()
  })

  it('are given back by a prover that is asked to stop: at once, and that is no attempt', async () => {
    for (let restart = 0; restart < 2 * proofLimits.attempts; restart++) {
      const stop = new AbortController()
      const prove = (_inputs: unknown, { signal }: { signal: AbortSignal }) =>
        new Promise<never>((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason))
          stop.abort()
        })
      await proveNext(prover({ prove }), stop.signal)
    }
    expect(await jobOf(1)).toMatchObject({ status: 'waiting', attempts: 0, leasedBy: null, leasedUntil: null })
  })

  it('are kept and handed in later when the database is away as the proof is ready', async () => {
    let away = 0
    const clock = {
      now: () => 0,
      sleep: async (ms: number, signal?: AbortSignal) => {
        // The pause of the lease, not of the database: that one ends with the work.
        if (ms !== 1000) return new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()))
        if (++away === 3) await database.db.execute(sql`alter table proof_jobs_away rename to proof_jobs`)
      },
    }
    const prove = async () => {
      await database.db.execute(sql`alter table proof_jobs rename to proof_jobs_away`)
      return proof
    }
    expect(await proveNext(prover({ clock, prove }), new AbortController().signal)).toBe(true)
    expect(away).toBe(3)
    expect(await jobOf(1)).toMatchObject({ status: 'done', recipient: '0x00' })
  })

  it('are marked as failed after the last attempt, wait longer from then on, and are never given up', async () => {
    for (let attempt = 1; attempt <= proofLimits.attempts; attempt++) {
      await failJob(database.db, await lease('p', 1), 'broken')
      expect((await jobOf(1))?.attempts).toBe(attempt)
      expect((await leaseJob(database.db, 'q'))?.batch ?? 2).toBe(2)
    }
    expect(await jobOf(1)).toMatchObject({ status: 'failed', error: 'broken' })
    const [{ pause } = { pause: 0 }] = (
      await database.db.execute<{ pause: number }>(
        sql`select extract(epoch from leased_until - clock_timestamp())::float as pause from proof_jobs where batch = 1`,
      )
    ).rows
    expect(pause).toBeGreaterThan(proofLimits.failedPauseSeconds - 20)
    const again = await lease('p', 1)
    expect(await finishJob(database.db, again, proof)).toBe(true)
  })

  it('are made anew when L2 refuses the proof: at once the first time, then later and later, and never by the old lease', async () => {
    const waits: number[] = []
    let old = await lease('p')
    for (let refusal = 0; refusal < 3; refusal++) {
      expect(await finishJob(database.db, old, proof)).toBe(true)
      await reproveBatch(database.db, 1)
      expect(await jobOf(1)).toMatchObject({ status: 'waiting', proof: null, leasedBy: null, attempts: refusal + 1 })
      expect(await finishJob(database.db, old, proof)).toBe(false)
      const { rows } = await database.db.execute<{ wait: number }>(
        sql`select round(extract(epoch from leased_until - clock_timestamp()) / 10)::int as wait from proof_jobs where batch = 1`,
      )
      waits.push(rows[0]?.wait ?? -1)
      old = await lease('p')
    }
    expect(waits).toEqual([0, 1, 2])
  })

  it('count a batch on which provers die as failed', async () => {
    for (let death = 0; death < proofLimits.attempts; death++) await lease('dies', 1)
    await expire(1)
    const prove = () => Promise.reject(new Error('not to be tried now'))
    expect(await proveNext(prover({ prove }), new AbortController().signal)).toBe(true)
    expect(await jobOf(1)).toMatchObject({ status: 'failed', error: 'the prover died too often on this batch' })
  })
})

describe('a prover', () => {
  it('takes only the circuits that it was told to', async () => {
    await database.db.update(proofJobs).set({ circuit: 'large' }).where(eq(proofJobs.batch, 1))
    const taken: number[] = []
    const lanes = async (circuits: ('small' | 'large' | 'bulk')[]) => {
      const deps = prover({ prove: async () => proof })
      const one = new ProverLanes({ ...deps, circuits }, new AbortController().signal)
      while (await one.tick());
      await one.stop()
      for (const job of await database.db.select().from(proofJobs))
        if (job.status === 'done' && !taken.includes(job.batch)) taken.push(job.batch)
    }
    await lanes(['bulk'])
    expect(taken).toEqual([])
    await lanes(['large', 'bulk'])
    expect(taken).toEqual([1])
    await lanes(['small'])
    expect(taken).toEqual([1, 2])
  })
})
