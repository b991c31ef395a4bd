import { and, asc, eq, inArray, lt, or, sql } from 'drizzle-orm'
import type { Connection, Database } from '#drizzle/client.ts'
import { proofJobs } from '#drizzle/schema/rollup.ts'
import type { CircuitName } from '#server/rollup/protocol/constants.gen.ts'

export type ProofJob = typeof proofJobs.$inferSelect

/** The lease is renewed four times in its length: a prover that died is missed after at most `leaseSeconds`. After `mostSeconds` a proof has failed. */
export const proofLimits = { attempts: 5, leaseSeconds: 8, mostSeconds: { small: 120, large: 600, bulk: 1800 } } as const

/**
 * Takes the oldest job that waits or whose lease ran out, small ones first, for `leaseSeconds`. A prover that dies loses its lease, never
 * the job. `circuits`: only jobs of these. Null when there is nothing to prove.
 */
export async function leaseJob(db: Database, prover: string, circuits?: readonly CircuitName[]): Promise<ProofJob | null> {
  const free = or(eq(proofJobs.status, 'waiting'), and(eq(proofJobs.status, 'leased'), lt(proofJobs.leasedUntil, sql`now()`)))
  return db.transaction(async (tx) => {
    const [job] = await tx
      .select()
      .from(proofJobs)
      .where(circuits ? and(free, inArray(proofJobs.circuit, [...circuits])) : free)
      .orderBy(sql`${proofJobs.circuit} <> 'small'`, asc(proofJobs.batch))
      .limit(1)
      .for('update', { skipLocked: true })
    if (!job) return null
    const lease = { status: 'leased' as const, leasedBy: prover, leasedUntil: leaseEnd(), attempts: job.attempts + 1 }
    await tx.update(proofJobs).set(lease).where(eq(proofJobs.batch, job.batch))
    return { ...job, leasedBy: prover, attempts: lease.attempts }
  })
}

/** Extends a lease; false when the job is no longer this prover's, so its work is stale. */
export async function renewLease(connection: Connection, batch: number, prover: string): Promise<boolean> {
  const rows = await connection
    .update(proofJobs)
    .set({ leasedUntil: leaseEnd() })
    .where(held(batch, prover))
    .returning({ batch: proofJobs.batch })
  return rows.length === 1
}

export type FinishedProof = { proof: Uint8Array; recipient: string; witnessMs: number; proofMs: number; peakMemoryKb: number }

/** Stores a proof. False when the lease was lost to another prover, or the batch was unsealed meanwhile: the proof is dropped. */
export async function finishJob(connection: Connection, batch: number, prover: string, done: FinishedProof): Promise<boolean> {
  const values = { status: 'done' as const, ...done, leasedUntil: null, doneAt: sql`now()`, error: null }
  const rows = await connection.update(proofJobs).set(values).where(held(batch, prover)).returning({ batch: proofJobs.batch })
  if (rows.length === 1) await connection.execute(sql`select pg_notify('cairn_proofs', ${String(batch)})`)
  return rows.length === 1
}

/** Gives a job back after an error, or gives it up after the last attempt. */
export async function failJob(connection: Connection, job: ProofJob, prover: string, error: string) {
  const status = job.attempts >= proofLimits.attempts ? ('failed' as const) : ('waiting' as const)
  await connection.update(proofJobs).set({ status, error, leasedUntil: null }).where(held(job.batch, prover))
}

const held = (batch: number, prover: string) =>
  and(eq(proofJobs.batch, batch), eq(proofJobs.status, 'leased'), eq(proofJobs.leasedBy, prover))
const leaseEnd = () => sql`now() + make_interval(secs => ${proofLimits.leaseSeconds})`
