import { randomUUID } from 'node:crypto'
import { and, asc, eq, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm'
import type { Connection, Database } from '#drizzle/client.ts'
import { proofJobs } from '#drizzle/schema/rollup.ts'
import type { CircuitName } from '#server/rollup/protocol/constants.gen.ts'

/**
 * A job as it was found, now leased. `lease` names this one lease: neither the prover nor the batch's number does, both come back. Status
 * `leased`: whoever had it before died.
 */
export type ProofJob = typeof proofJobs.$inferSelect & { lease: string }
type Held = Pick<ProofJob, 'batch' | 'lease'>

/**
 * The lease is renewed four times in its length: a prover that died is missed after at most `leaseSeconds`, so its job is taken over within ten seconds
 * even where the other prover has just begun a small proof. After `mostSeconds` a proof has failed. `attempts` failures mark a job as failed, for
 * somebody to look at; it is still tried again, after `failedPauseSeconds` each time.
 */
export const proofLimits = {
  attempts: 5,
  leaseSeconds: 5,
  failedPauseSeconds: 60,
  mostSeconds: { small: 120, large: 600, bulk: 1800 },
} as const

/**
 * Takes the oldest job that is free (waiting, its pause over, its lease run out), small ones first, for `leaseSeconds` by the database's clock.
 * A prover that dies loses its lease, never the job; it counts as an attempt, because the batch may have been why. `circuits`: only jobs of
 * these. Null when there is nothing to prove.
 */
export async function leaseJob(db: Database, prover: string, circuits?: readonly CircuitName[]): Promise<ProofJob | null> {
  const free = and(ne(proofJobs.status, 'done'), or(isNull(proofJobs.leasedUntil), lt(proofJobs.leasedUntil, sql`clock_timestamp()`)))
  return db.transaction(async (tx) => {
    const [job] = await tx
      .select()
      .from(proofJobs)
      .where(circuits ? and(free, inArray(proofJobs.circuit, [...circuits])) : free)
      .orderBy(sql`${proofJobs.circuit} <> 'small'`, asc(proofJobs.batch))
      .limit(1)
      .for('update', { skipLocked: true })
    if (!job) return null
    const lease = `${prover}/${randomUUID()}`
    const attempts = job.attempts + (job.status === 'leased' ? 1 : 0)
    const values = { status: 'leased' as const, leasedBy: lease, leasedUntil: after(proofLimits.leaseSeconds), attempts }
    await tx.update(proofJobs).set(values).where(eq(proofJobs.batch, job.batch))
    return { ...job, leasedBy: lease, attempts, lease }
  })
}

/** Extends a lease; false when the job is no longer held by it, so the work is stale. */
export async function renewLease(connection: Connection, job: Held): Promise<boolean> {
  const rows = await connection
    .update(proofJobs)
    .set({ leasedUntil: after(proofLimits.leaseSeconds) })
    .where(held(job))
    .returning({ batch: proofJobs.batch })
  return rows.length === 1
}

export type FinishedProof = { proof: Uint8Array; recipient: string; witnessMs: number; proofMs: number; peakMemoryKb: number }

/**
 * Stores a proof. False when the lease was lost to another prover, or the batch was taken back and perhaps sealed anew meanwhile: the proof is
 * dropped. May be called again when its answer was lost.
 */
export async function finishJob(connection: Connection, job: Held, done: FinishedProof): Promise<boolean> {
  const values = { status: 'done' as const, ...done, leasedUntil: null, doneAt: sql`now()`, error: null }
  const mine = and(eq(proofJobs.batch, job.batch), inArray(proofJobs.status, ['leased', 'done']), eq(proofJobs.leasedBy, job.lease))
  const rows = await connection.update(proofJobs).set(values).where(mine).returning({ batch: proofJobs.batch })
  if (rows.length === 1) await connection.execute(sql`select pg_notify('cairn_proofs', ${String(job.batch)})`)
  return rows.length === 1
}

/** Gives a job back after an error, to be tried again after a pause that grows. */
export async function failJob(connection: Connection, job: Held & Pick<ProofJob, 'attempts'>, error: string): Promise<void> {
  const attempts = job.attempts + 1
  const given = attempts >= proofLimits.attempts
  const values = { status: given ? ('failed' as const) : ('waiting' as const), attempts, error }
  const pause = after(given ? proofLimits.failedPauseSeconds : attempts)
  await connection
    .update(proofJobs)
    .set({ ...values, leasedUntil: pause })
    .where(held(job))
}

/** Gives a job back untouched: this prover was asked to stop, and that is no fault of the batch. Another one takes it at once. */
export async function releaseJob(connection: Connection, job: Held): Promise<void> {
  const values = { status: 'waiting' as const, leasedBy: null, leasedUntil: null }
  const rows = await connection.update(proofJobs).set(values).where(held(job)).returning({ batch: proofJobs.batch })
  if (rows.length === 1) await connection.execute(sql`select pg_notify('cairn_batches', ${String(job.batch)})`)
}

const held = (job: Held) => and(eq(proofJobs.batch, job.batch), eq(proofJobs.status, 'leased'), eq(proofJobs.leasedBy, job.lease))
/** By the database's clock, which all provers share. */
const after = (seconds: number) => sql`clock_timestamp() + make_interval(secs => ${seconds})`
