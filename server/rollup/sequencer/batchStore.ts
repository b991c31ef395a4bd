import { and, asc, desc, eq, gte, inArray, isNull, max, min, ne, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { publishEvents } from '#drizzle/publishEvents.ts'
import { inboxItems, proofJobs, rollupBatches, rollupTxs, rollupWallets, watcherBatches, withdrawals } from '#drizzle/schema/rollup.ts'
import { encodeCircuitInputs } from '#server/rollup/protocol/circuitInputsJson.ts'
import type { BuiltBatch, InboxItem } from '#server/rollup/state/draft.ts'
import { anySigned } from './issuer/groupStore.ts'
import type { Pipeline } from './plan.ts'
import type { Payable } from './sealedBatch.ts'

/** Newest sealed batch and its time; null before the first. */
export async function newestBatch(connection: Connection) {
  const [row] = await connection
    .select({ number: rollupBatches.number, timestamp: rollupBatches.timestamp })
    .from(rollupBatches)
    .orderBy(desc(rollupBatches.number))
    .limit(1)
  return row ?? null
}

/** Newest final batch: it and all before it stay as they are. -1 before the first. */
export async function newestFinal(connection: Connection): Promise<number> {
  const [row] = await connection
    .select({ number: max(rollupBatches.number) })
    .from(rollupBatches)
    .where(eq(rollupBatches.status, 'final'))
  return row?.number ?? -1
}

/** Batches that are sealed but not final, newest first. */
export async function pipeline(connection: Connection): Promise<Pipeline> {
  const rows = await connection
    .select({ circuit: rollupBatches.circuit, job: proofJobs.status })
    .from(rollupBatches)
    .leftJoin(proofJobs, eq(proofJobs.batch, rollupBatches.number))
    .where(inArray(rollupBatches.status, ['sealed', 'proposed', 'voted']))
    .orderBy(desc(rollupBatches.number))
  return rows.map(({ circuit, job }) => ({ circuit, proven: job === 'done' }))
}

/** A cheap look that most passes end with. */
export async function anythingWaits(connection: Connection): Promise<boolean> {
  const txs = await connection
    .select({ id: rollupTxs.id })
    .from(rollupTxs)
    .where(and(eq(rollupTxs.status, 'accepted'), ne(rollupTxs.kind, 'openQuest')))
    .limit(1)
  if (txs.length > 0 || (await anySigned(connection))) return true
  return (await connection.select({ index: inboxItems.index }).from(inboxItems).where(isNull(inboxItems.batch)).limit(1)).length > 0
}

/** Lowest batch that settlement took back (its proposal failed or was pruned), with everything built on it. */
export async function firstPruned(connection: Connection): Promise<number | null> {
  const [row] = await connection
    .select({ number: min(rollupBatches.number) })
    .from(rollupBatches)
    .where(eq(rollupBatches.status, 'pruned'))
  return row?.number ?? null
}

/** True once the watcher found a batch whose root it cannot re-derive. */
export async function watcherObjects(connection: Connection): Promise<boolean> {
  const rows = await connection.select({ batch: watcherBatches.batch }).from(watcherBatches).where(eq(watcherBatches.agrees, 0)).limit(1)
  return rows.length > 0
}

/** The next inbox items in order, without a gap. */
export async function nextInboxItems(connection: Connection, from: number, limit: number): Promise<InboxItem[]> {
  const rows = await connection
    .select()
    .from(inboxItems)
    .where(and(gte(inboxItems.index, from), isNull(inboxItems.batch)))
    .orderBy(asc(inboxItems.index))
    .limit(limit)
  return rows.filter((row, position) => row.index === from + position).map((row) => ({ words: row.words }))
}

export async function knownWallets(connection: Connection, wallets: string[]): Promise<Map<string, number>> {
  if (wallets.length === 0) return new Map()
  const rows = await connection.select().from(rollupWallets).where(inArray(rollupWallets.wallet, wallets))
  return new Map(rows.map((row) => [row.wallet, row.account]))
}

/** Writes a sealed batch with its proof job; rows of txs and of other rooms are their owners' business. */
export async function insertBatch(connection: Connection, batch: BuiltBatch, requestIds: string[]) {
  await connection.insert(rollupBatches).values({
    number: batch.number,
    circuit: batch.circuit,
    oldRoot: batch.oldRoot,
    newRoot: batch.newRoot,
    timestamp: batch.timestamp,
    calldata: batch.calldata.words,
    lengths: batch.calldata.lengths.toString(),
    dataCommit: batch.dataCommit,
    wordsHash: batch.wordsHash,
    challenge: batch.challenge,
    evaluation: batch.evaluation,
    effects: batch.effects,
    inboxFrom: batch.inboxFrom,
    inboxTo: batch.inboxTo,
    credentials: batch.positions.credentials.length,
    accounts: batch.positions.opens.length,
    requestIds,
  })
  await connection.insert(proofJobs).values({ batch: batch.number, circuit: batch.circuit, inputs: encodeCircuitInputs(batch.inputs) })
  for (const [position, item] of batch.positions.inbox.entries()) {
    await connection
      .update(inboxItems)
      .set({ batch: batch.number, applied: item.applied ? 1 : 0 })
      .where(eq(inboxItems.index, batch.inboxFrom + position))
  }
  await publishEvents(connection, { topic: 'batches', kind: 'batch', payload: { number: batch.number, status: 'sealed' } })
  await connection.execute(sql`select pg_notify('cairn_batches', ${String(batch.number)})`)
}

export async function rememberWallets(connection: Connection, batch: number, opened: { wallet: string; index: number }[]) {
  if (opened.length === 0) return
  // A wallet opened twice (once through the inbox, say) keeps its first account.
  const rows = opened.map(({ wallet, index }) => ({ wallet, account: index, batch }))
  await connection.insert(rollupWallets).values(rows).onConflictDoNothing()
}

/** What the batch pays on L2 once it is final. */
export async function insertPayables(connection: Connection, batch: number, payables: Payable[]) {
  if (payables.length > 0) await connection.insert(withdrawals).values(payables.map((payable) => ({ batch, ...payable })))
}

/** Takes back every batch from `from` on. Txs return to the pool by `releaseTxs`. */
export async function deleteBatches(connection: Connection, from: number) {
  await connection.delete(proofJobs).where(gte(proofJobs.batch, from))
  await connection.delete(rollupWallets).where(gte(rollupWallets.batch, from))
  await connection.delete(withdrawals).where(gte(withdrawals.batch, from))
  await connection.delete(watcherBatches).where(gte(watcherBatches.batch, from))
  await connection.update(inboxItems).set({ batch: null, applied: null }).where(gte(inboxItems.batch, from))
  await connection.delete(rollupBatches).where(gte(rollupBatches.number, from))
  await publishEvents(connection, { topic: 'batches', kind: 'unsealed', payload: { number: from } })
}

/** Marks the openQuest txs whose inbox item was consumed. */
export async function placeQuestOpenings(
  connection: Connection,
  batch: number,
  openings: { quest: number; applied: boolean; reason?: string }[],
) {
  for (const { quest, applied, reason } of openings) {
    const values = applied ? { status: 'batched' as const, batch } : { status: 'refused' as const, refusal: reason ?? 'refused' }
    await connection
      .update(rollupTxs)
      .set(values)
      .where(
        and(
          eq(rollupTxs.kind, 'openQuest'),
          eq(sql`(${rollupTxs.payload}->>'questIndex')::int`, quest),
          inArray(rollupTxs.status, ['accepted', 'awaiting-issuer']),
        ),
      )
  }
}
