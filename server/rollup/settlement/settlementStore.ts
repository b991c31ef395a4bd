import { and, asc, desc, eq, gte, inArray, notInArray, sql } from 'drizzle-orm'
import type { Connection, Database } from '#drizzle/client.ts'
import { publishEvents } from '#drizzle/publishEvents.ts'
import { inboxItems, proofJobs, rollupBatches, rollupTxs, rollupWallets, watcherBatches, withdrawals } from '#drizzle/schema/rollup.ts'

export type BatchRow = typeof rollupBatches.$inferSelect
export type BatchStatus = BatchRow['status']

export function batchesWith(connection: Connection, statuses: BatchStatus[]): Promise<BatchRow[]> {
  return connection.select().from(rollupBatches).where(inArray(rollupBatches.status, statuses)).orderBy(asc(rollupBatches.number)).limit(64)
}

/** Proofs that are made, by batch. */
export async function proofsOf(connection: Connection, batches: number[]) {
  if (batches.length === 0) return new Map<number, { proof: Uint8Array; recipient: string }>()
  const rows = await connection
    .select({ batch: proofJobs.batch, proof: proofJobs.proof, recipient: proofJobs.recipient })
    .from(proofJobs)
    .where(and(inArray(proofJobs.batch, batches), eq(proofJobs.status, 'done')))
  return new Map(rows.flatMap(({ batch, proof, recipient }) => (proof && recipient ? [[batch, { proof, recipient }] as const] : [])))
}

type Step = { status: BatchStatus; txStatus: 'proposed' | 'proven' | 'final' } & Partial<
  Pick<BatchRow, 'proposeTx' | 'voteTx' | 'proposeGas' | 'verifyGas'>
>

const timeOf = { proposed: 'proposedAt', voted: 'provenAt', final: 'finalAt' } as const

/** Moves a batch and its txs on, and tells the pages, in the caller's transaction. */
export async function advance(connection: Connection, number: number, { status, txStatus, ...values }: Step) {
  const time = status in timeOf ? { [timeOf[status as keyof typeof timeOf]]: sql`now()` } : {}
  await connection
    .update(rollupBatches)
    .set({ status, ...values, ...time })
    .where(eq(rollupBatches.number, number))
  await connection.update(rollupTxs).set({ status: txStatus }).where(eq(rollupTxs.batch, number))
  await publishEvents(connection, { topic: 'batches', kind: 'batch', payload: { number, status } })
}

/** Marks a batch and all after it as not to be: the sequencer takes them back. */
export async function markPruned(connection: Connection, from: number) {
  await connection.update(rollupBatches).set({ status: 'pruned' }).where(gte(rollupBatches.number, from))
  await connection.execute(sql`select pg_notify('cairn_txs', 'pruned')`)
}

/** Drops what a batch was proven from. */
export async function forgetInputs(connection: Connection, batch: number) {
  await connection
    .update(proofJobs)
    .set({ inputs: {} })
    .where(and(eq(proofJobs.batch, batch), eq(proofJobs.status, 'done')))
}

/** A proof that the lane refused is made anew: at once the first time, then after a pause that grows, because each refusal costs gas. */
export async function reproveBatch(connection: Connection, batch: number) {
  const values = { status: 'waiting' as const, proof: null, leasedBy: null, attempts: sql`${proofJobs.attempts} + 1` }
  const leasedUntil = sql`clock_timestamp() + make_interval(secs => least(600, 10 * ${proofJobs.attempts}))`
  await connection
    .update(proofJobs)
    .set({ ...values, leasedUntil })
    .where(eq(proofJobs.batch, batch))
  await connection.execute(sql`select pg_notify('cairn_batches', ${String(batch)})`)
}

/** Where the next look at the inbox begins. */
export async function newestInboxItem(connection: Connection) {
  const [row] = await connection.select().from(inboxItems).orderBy(desc(inboxItems.index)).limit(1)
  return row ?? null
}

/** An item of the inbox as it is written down. */
export type SeenItem = { index: number; words: bigint[]; blockNumber: number; txHash: string; queuedAt: Date }

/** Items that were not seen yet. One that a batch took before a reorg, and that is there again, belongs to that batch. */
export async function insertInboxItems(db: Database, items: SeenItem[]) {
  if (items.length === 0) return
  await db.transaction(async (tx) => {
    // While the sequencer takes batches back, it is not to be said which items they hold.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('cairn sequencer'))`)
    await tx.insert(inboxItems).values(items).onConflictDoNothing()
    await tx.execute(sql`
      update inbox_items i set batch = b.number, applied = (b.effects >> (i.index - b.inbox_from)) & 1
      from rollup_batches b where i.batch is null and b.status <> 'pruned' and i.index >= b.inbox_from and i.index < b.inbox_to`)
    await tx.execute(sql`select pg_notify('cairn_txs', 'inbox')`)
  })
}

/** Quest openings that wait for their L2 transaction. */
export function waitingQuestOpenings(connection: Connection) {
  return connection
    .select()
    .from(rollupTxs)
    .where(and(eq(rollupTxs.kind, 'openQuest'), eq(rollupTxs.status, 'accepted')))
    .orderBy(asc(rollupTxs.createdAt))
    .limit(64)
}

/** Slot account of a wallet, once the batch that opened it is on L2: before, a batch that is taken back could still move it. */
export async function slotAccountOf(connection: Connection, wallet: string): Promise<number | null> {
  const [row] = await connection
    .select({ account: rollupWallets.account })
    .from(rollupWallets)
    .innerJoin(rollupBatches, eq(rollupBatches.number, rollupWallets.batch))
    .where(and(eq(rollupWallets.wallet, wallet), inArray(rollupBatches.status, ['proposed', 'voted', 'final'])))
  return row?.account ?? null
}

export async function refuseOpening(connection: Connection, id: string, reason: string) {
  await connection.update(rollupTxs).set({ status: 'refused', refusal: reason }).where(eq(rollupTxs.id, id))
}

/**
 * After a reorg below what was read: items from `fromBlock` on are those that the chain has now; others are gone, also those that a batch
 * took. Such a batch is refused by L2 and taken back; it is then sealed with what is there.
 */
export async function replaceInboxItems(connection: Connection, fromBlock: number, items: SeenItem[]) {
  const kept = items.map(({ index }) => index)
  await connection
    .delete(inboxItems)
    .where(and(gte(inboxItems.blockNumber, fromBlock), kept.length > 0 ? notInArray(inboxItems.index, kept) : undefined))
  for (const { index, ...values } of items) {
    await connection
      .insert(inboxItems)
      .values({ index, ...values })
      .onConflictDoUpdate({ target: inboxItems.index, set: values })
  }
  await connection.execute(sql`select pg_notify('cairn_txs', 'inbox')`)
}

/** True once the watcher found a batch whose root it cannot re-derive: nothing is proposed any more. */
export async function watcherObjects(connection: Connection): Promise<boolean> {
  const rows = await connection.select({ batch: watcherBatches.batch }).from(watcherBatches).where(eq(watcherBatches.agrees, 0)).limit(1)
  return rows.length > 0
}

/** True while this very batch is sealed; its row is locked until the transaction ends, so the sequencer cannot take it back meanwhile. */
export async function lockSealed(connection: Connection, { number, wordsHash }: Pick<BatchRow, 'number' | 'wordsHash'>): Promise<boolean> {
  const rows = await connection
    .select({ wordsHash: rollupBatches.wordsHash })
    .from(rollupBatches)
    .where(and(eq(rollupBatches.number, number), eq(rollupBatches.status, 'sealed')))
    .for('update')
  return rows[0]?.wordsHash === wordsHash
}

/** The batch goes to L2 in a blob: its row says from now on what L2 will know of it. */
export async function putInBlob(connection: Connection, { number, calldata, lengths, wordsHash, challenge, evaluation }: BatchRow) {
  await connection
    .update(rollupBatches)
    .set({ calldata, lengths, wordsHash, challenge, evaluation })
    .where(eq(rollupBatches.number, number))
}

export type Payable = typeof withdrawals.$inferSelect

/** What final batches still owe, oldest first. */
export async function unpaid(connection: Connection): Promise<Payable[]> {
  const rows = await connection
    .select({ payable: withdrawals })
    .from(withdrawals)
    .innerJoin(rollupBatches, eq(rollupBatches.number, withdrawals.batch))
    .where(and(eq(withdrawals.paid, false), eq(rollupBatches.status, 'final')))
    .orderBy(asc(withdrawals.batch), asc(withdrawals.entry))
    .limit(256)
  return rows.map(({ payable }) => payable)
}

/** `kept`: entries whose payment the recipient refused, so the bridge keeps it; left out = not known. */
export async function markPaid(
  connection: Connection,
  payables: readonly Pick<Payable, 'batch' | 'entry'>[],
  { payTx, kept }: { payTx: string | null; kept?: ReadonlySet<number> },
) {
  for (const { batch, entry } of payables) {
    await connection
      .update(withdrawals)
      .set({ paid: true, kept: kept ? kept.has(entry) : null, payTx, paidAt: sql`now()` })
      .where(and(eq(withdrawals.batch, batch), eq(withdrawals.entry, entry)))
    await publishEvents(connection, { topic: 'batches', kind: 'paid', payload: { number: batch, entry } })
  }
}

export async function batchRow(connection: Connection, number: number): Promise<BatchRow | null> {
  const [row] = await connection.select().from(rollupBatches).where(eq(rollupBatches.number, number))
  return row ?? null
}
