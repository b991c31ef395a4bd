import { and, asc, eq, gt, gte, inArray, isNotNull, max, min, or, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { l2Sends, rollupBatches } from '#drizzle/schema/rollup.ts'

export type L2Send = typeof l2Sends.$inferSelect
export type Sender = L2Send['sender']

/** `gasLimit`: most that it may use; without one, what it needs. `blob`: the transaction carries one. */
export type Owed = { purpose: string; sender: Sender; to: string; data: string; value?: bigint; gasLimit?: number; blob?: Uint8Array }

/** Owes L2 one transaction. `purpose` makes it once: a second call with the same purpose changes nothing. */
export async function owe(connection: Connection, { value = 0n, gasLimit, blob, ...send }: Owed) {
  await connection
    .insert(l2Sends)
    .values({ ...send, value: String(value), gasLimit: gasLimit ?? null, blob: blob ?? null })
    .onConflictDoNothing({ target: l2Sends.purpose })
}

export function queuedSends(connection: Connection, sender: Sender): Promise<L2Send[]> {
  return connection
    .select()
    .from(l2Sends)
    .where(and(eq(l2Sends.sender, sender), eq(l2Sends.status, 'queued')))
    .orderBy(asc(l2Sends.createdAt))
    .limit(16)
}

/** Sends whose fate can still change: in flight, or mined above L2's finalized block. */
export function openSends(connection: Connection, sender: Sender, finalized: number): Promise<L2Send[]> {
  const unsettled = or(eq(l2Sends.status, 'sent'), and(inArray(l2Sends.status, ['mined', 'reverted']), gt(l2Sends.blockNumber, finalized)))
  return connection
    .select()
    .from(l2Sends)
    .where(and(eq(l2Sends.sender, sender), isNotNull(l2Sends.nonce), unsettled))
    .orderBy(asc(l2Sends.nonce))
}

export async function highestNonce(connection: Connection, sender: Sender): Promise<number | null> {
  const [row] = await connection
    .select({ nonce: max(l2Sends.nonce) })
    .from(l2Sends)
    .where(eq(l2Sends.sender, sender))
  return row?.nonce ?? null
}

/** Written before the first broadcast: after a crash the same bytes are sent again under the same nonce. */
export async function markSigned(
  connection: Connection,
  id: string,
  signed: { nonce: number; rawTx: string; hash: string; maxFeePerGas: bigint },
) {
  await connection
    .update(l2Sends)
    .set({
      status: 'sent',
      nonce: signed.nonce,
      rawTx: signed.rawTx,
      hashes: sql`array_append(${l2Sends.hashes}, ${signed.hash})`,
      maxFeePerGas: String(signed.maxFeePerGas),
      sentAt: sql`now()`,
    })
    .where(eq(l2Sends.id, id))
}

export async function markMined(
  connection: Connection,
  id: string,
  receipt: { hash: string; success: boolean; gasUsed: bigint; blockNumber: bigint },
) {
  await connection
    .update(l2Sends)
    .set({
      status: receipt.success ? 'mined' : 'reverted',
      gasUsed: Number(receipt.gasUsed),
      blockNumber: Number(receipt.blockNumber),
      minedHash: receipt.hash,
      minedAt: sql`now()`,
    })
    .where(eq(l2Sends.id, id))
}

/** A reorg took the block away: the transaction is in flight again. */
export async function markUnmined(connection: Connection, id: string) {
  await connection.update(l2Sends).set({ status: 'sent', blockNumber: null, minedHash: null, minedAt: null }).where(eq(l2Sends.id, id))
}

export function sendsByPurpose(connection: Connection, purposes: string[]): Promise<L2Send[]> {
  return purposes.length === 0 ? Promise.resolve([]) : connection.select().from(l2Sends).where(inArray(l2Sends.purpose, purposes))
}

const batchOf = sql<number>`split_part(${l2Sends.purpose}, ':', 2)::int`
const aboutBatch = sql`split_part(${l2Sends.purpose}, ':', 1) in ('propose', 'vote', 'finalize', 'pay', 'refund')`

/** What is owed to L2 for batches from this one on. */
export function batchSends(connection: Connection, from: number): Promise<L2Send[]> {
  return connection
    .select()
    .from(l2Sends)
    .where(and(aboutBatch, gte(batchOf, from)))
}

/** The first batch that was final here and whose proposal L2, after a reorg below what it called final, has refused; null = none. */
export async function firstUndone(connection: Connection): Promise<number | null> {
  const [row] = await connection
    .select({ number: min(rollupBatches.number) })
    .from(rollupBatches)
    .innerJoin(l2Sends, eq(l2Sends.purpose, sql`'propose:' || ${rollupBatches.number}`))
    .where(and(eq(rollupBatches.status, 'final'), eq(l2Sends.status, 'reverted')))
  return row?.number ?? null
}

/** Forgets sends that were never broadcast or have reverted, so that they can be owed anew. */
export async function forgetSends(connection: Connection, purposes: string[]) {
  if (purposes.length > 0)
    await connection.delete(l2Sends).where(and(inArray(l2Sends.purpose, purposes), inArray(l2Sends.status, ['queued', 'reverted'])))
}
