import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { rollupTxs, type txStatuses } from '#drizzle/schema/rollup.ts'

export type TxStatus = (typeof txStatuses)[number]
export type TxKind = 'openAccount' | 'mint' | 'deposit' | 'openQuest'

/** A tx handed to the slot. `key` is the caller's own name for it: the same key is the same tx, however often it is sent. */
export type SubmittedTx = { key: string; kind: TxKind; payload: unknown; requestId?: string | undefined }

export type TxRow = typeof rollupTxs.$inferSelect

/**
 * Acknowledges a tx: once the caller's transaction commits, the tx is durable and will be in a batch or be refused with a reason.
 * Returns the id of the row, the old one when the key is known.
 */
export async function submitTx(connection: Connection, tx: SubmittedTx): Promise<{ id: string }> {
  // Written out, because building the statement anew would cost as much as Postgres takes for it.
  const { rows } = await connection.execute<{ id: string }>(sql`
    insert into rollup_txs (key, kind, payload, request_id)
    values (${tx.key}, ${tx.kind}, ${JSON.stringify(tx.payload)}::jsonb, ${tx.requestId ?? null})
    on conflict (key) do nothing returning id`)
  const [inserted] = rows
  if (inserted) {
    // Commits that notify wait for each other, each for its own disk write. Mints and accounts wait for company in any case, and are found by the clock.
    if (tx.kind === 'openQuest') await connection.execute(sql`select pg_notify('cairn_txs', ${tx.kind})`)
    return inserted
  }
  const [known] = await connection.select({ id: rollupTxs.id }).from(rollupTxs).where(eq(rollupTxs.key, tx.key))
  if (!known) throw new Error(`tx ${tx.key} is neither new nor known`)
  return known
}

/** Waiting txs of some kinds, oldest first; those that wait for an issuer elsewhere are not among them (`issuer/`). */
export function waitingTxs(connection: Connection, kinds: TxKind[], limit: number): Promise<TxRow[]> {
  return connection
    .select()
    .from(rollupTxs)
    .where(and(eq(rollupTxs.status, 'accepted'), inArray(rollupTxs.kind, kinds)))
    .orderBy(asc(rollupTxs.createdAt), asc(rollupTxs.id))
    .limit(limit)
}

export async function refuseTx(connection: Connection, id: string, reason: string) {
  await connection.update(rollupTxs).set({ status: 'refused', refusal: reason }).where(eq(rollupTxs.id, id))
}

/** An openAccount for a wallet that has its account already: nothing to do, and that is the answer. */
export async function settleKnownOpens(connection: Connection, ids: string[]) {
  if (ids.length > 0) await connection.update(rollupTxs).set({ status: 'final' }).where(inArray(rollupTxs.id, ids))
}

/** Puts txs into a batch. */
export async function placeTxs(connection: Connection, batch: number, placed: { id: string; position: number }[]) {
  if (placed.length === 0) return
  const ids = sql.param(placed.map(({ id }) => id))
  const positions = sql.param(placed.map(({ position }) => position))
  await connection.execute(sql`
    update rollup_txs t set status = 'batched', batch = ${batch}, position = p.position
    from unnest(${ids}::uuid[], ${positions}::integer[]) as p(id, position) where t.id = p.id`)
}

/** Moves every tx of a batch on with its batch. */
export async function moveTxs(connection: Connection, batch: number, status: TxStatus) {
  await connection.update(rollupTxs).set({ status }).where(eq(rollupTxs.batch, batch))
}

/** Gives the txs of unsealed batches back to the pool: they were acknowledged, so they stay. */
export async function releaseTxs(connection: Connection, fromBatch: number) {
  await connection.update(rollupTxs).set({ status: 'accepted', batch: null, position: null }).where(sql`${rollupTxs.batch} >= ${fromBatch}`)
}
