import { gte, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { rollupBatches } from '#drizzle/schema/index.ts'

/** Credentials that were sealed on one day of UTC, `YYYY-MM-DD`. */
export type DayCount = { day: string; credentials: number }

/**
 * One of the newest batches in numbers. Gas is L2's, of proposal, proof and finality together; `settleMs`: from the acknowledgement of a
 * mint to the finality of its batch, over the mints in it. Null where it is not known yet.
 */
export type BatchPoint = {
  number: number
  circuit: 'small' | 'large' | 'bulk'
  credentials: number
  accounts: number
  inboxItems: number
  dataBytes: number
  gas: number | null
  witnessMs: number | null
  proofMs: number | null
  settleMs: { median: number; p95: number } | null
}

/** Days with credentials, oldest first, since then. */
export async function readDays(connection: Connection, since: Date): Promise<DayCount[]> {
  const day = sql<string>`to_char(${rollupBatches.sealedAt} at time zone 'UTC', 'YYYY-MM-DD')`
  return connection
    .select({ day, credentials: sql<number>`sum(${rollupBatches.credentials})::integer` })
    .from(rollupBatches)
    .where(gte(rollupBatches.sealedAt, since))
    .groupBy(day)
    .having(sql`sum(${rollupBatches.credentials}) > 0`)
    .orderBy(day)
}

type PointRow = {
  number: number
  circuit: BatchPoint['circuit']
  credentials: number
  accounts: number
  inbox_items: number
  data_bytes: number
  gas: string | null
  witness_ms: number | null
  proof_ms: number | null
  median: number | null
  p95: number | null
}

/** The newest `count` batches, oldest first. Their mints are looked at one by one, so `count` bounds the work. */
export async function readPoints(connection: Connection, count: number): Promise<BatchPoint[]> {
  const { rows } = await connection.execute<PointRow>(sql`
    select b.number, b.circuit, b.credentials, b.accounts, b.inbox_to - b.inbox_from as inbox_items, b.data_bytes,
      b.propose_gas + coalesce(b.verify_gas, 0) + coalesce(f.gas_used, 0) as gas, j.witness_ms, j.proof_ms, m.median, m.p95
    from (
      select number, circuit, credentials, accounts, inbox_from, inbox_to, (octet_length(calldata) - 2) / 2 as data_bytes, final_at,
        case when final_at is not null then propose_gas end as propose_gas, verify_gas
      from rollup_batches where status <> 'pruned' order by number desc limit ${count}
    ) b
    left join proof_jobs j on j.batch = b.number and j.status = 'done'
    left join l2_sends f on f.purpose = 'finalize:' || b.number and f.status = 'mined'
    left join lateral (
      select percentile_cont(0.5) within group (order by took) as median, percentile_cont(0.95) within group (order by took) as p95
      from (
        select 1000 * extract(epoch from b.final_at - t.created_at)::double precision as took
        from rollup_txs t where t.batch = b.number and t.kind = 'mint'
      ) mints
    ) m on b.final_at is not null
    order by b.number`)
  return rows.map(({ inbox_items, data_bytes, gas, witness_ms, proof_ms, median, p95, ...row }) => ({
    ...row,
    ...{ inboxItems: inbox_items, dataBytes: data_bytes, gas: gas === null ? null : Number(gas), witnessMs: witness_ms, proofMs: proof_ms },
    settleMs: median === null || p95 === null ? null : { median, p95 },
  }))
}
