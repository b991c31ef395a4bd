import { desc, eq, lt, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { proofJobs, rollupBatches } from '#drizzle/schema/index.ts'

/**
 * One proof of one batch. `recipient`: the L2 address that the proof pays, a public input of it; who proves says no more of itself.
 * `attempts`: those that failed before. Milliseconds and KiB as the prover measured them; times are ISO 8601.
 */
export type ProofView = {
  batch: number
  circuit: string
  status: 'waiting' | 'leased' | 'done' | 'failed'
  recipient: string | null
  attempts: number
  witnessMs: number | null
  proofMs: number | null
  peakMemoryKb: number | null
  proofBytes: number | null
  credentials: number | null
  createdAt: string
  doneAt: string | null
}

/** What a circuit's proofs took among the newest `provingWindow` batches. Milliseconds; null while none is done. */
export type CircuitSummary = {
  circuit: string
  done: number
  open: number
  witnessMs: { median: number; p95: number } | null
  proofMs: { median: number; p95: number } | null
  peakMemoryKb: number | null
}

export const provingWindow = 1000

/** Proofs by batch, newest first, numbers below `before`. */
export async function readProofs(connection: Connection, before: number | null, limit: number): Promise<ProofView[]> {
  const { batch, circuit, status, recipient, attempts, witnessMs, proofMs, peakMemoryKb, createdAt, doneAt } = proofJobs
  const rows = await connection
    .select({
      ...{ batch, circuit, status, recipient, attempts, witnessMs, proofMs, peakMemoryKb, createdAt, doneAt },
      proofBytes: sql<number | null>`octet_length(${proofJobs.proof})`,
      credentials: rollupBatches.credentials,
    })
    .from(proofJobs)
    .leftJoin(rollupBatches, eq(rollupBatches.number, proofJobs.batch))
    .where(before === null ? undefined : lt(proofJobs.batch, before))
    .orderBy(desc(proofJobs.batch))
    .limit(limit)
  return rows.map(({ recipient: payee, createdAt: made, doneAt: done, ...row }) => ({
    ...row,
    recipient: payee === nobody ? null : payee,
    createdAt: made.toISOString(),
    doneAt: done?.toISOString() ?? null,
  }))
}

/** What a prover names that wants nothing. */
const nobody = `0x${'0'.repeat(40)}`

/** One row a circuit that had work among the newest batches, smallest first. */
export async function readCircuits(connection: Connection): Promise<CircuitSummary[]> {
  const part = (share: number, column: typeof proofJobs.witnessMs | typeof proofJobs.proofMs) =>
    sql<
      number | null
    >`percentile_cont(${sql.raw(String(share))}) within group (order by ${column}) filter (where ${proofJobs.status} = 'done')`
  const rows = await connection
    .select({
      circuit: proofJobs.circuit,
      done: sql<number>`(count(*) filter (where ${proofJobs.status} = 'done'))::integer`,
      open: sql<number>`(count(*) filter (where ${proofJobs.status} <> 'done'))::integer`,
      witnessMedian: part(0.5, proofJobs.witnessMs),
      witnessP95: part(0.95, proofJobs.witnessMs),
      proofMedian: part(0.5, proofJobs.proofMs),
      proofP95: part(0.95, proofJobs.proofMs),
      peakMemoryKb: sql<number | null>`max(${proofJobs.peakMemoryKb})`,
    })
    .from(proofJobs)
    .where(sql`${proofJobs.batch} > (select coalesce(max(batch), 0) from proof_jobs) - ${provingWindow}`)
    .groupBy(proofJobs.circuit)
    .orderBy(sql`array_position(array['small', 'large', 'bulk'], ${proofJobs.circuit})`)
  const pair = (median: number | null, p95: number | null) => (median === null || p95 === null ? null : { median, p95 })
  return rows.map(({ witnessMedian, witnessP95, proofMedian, proofP95, ...row }) => ({
    ...row,
    witnessMs: pair(witnessMedian, witnessP95),
    proofMs: pair(proofMedian, proofP95),
  }))
}
