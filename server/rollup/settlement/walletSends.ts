import { and, eq, gt, ne, sql } from 'drizzle-orm'
import { TransactionReceiptNotFoundError } from 'viem'
import type { Connection, Database } from '#drizzle/client.ts'
import { publishEvents } from '#drizzle/publishEvents.ts'
import { walletSends } from '#drizzle/schema/rollup.ts'
import type { L2Client } from '#server/rollup/l2/slotReader.ts'
import type { Hex } from '#server/shared/bytes.ts'

/** What L2 does not know after a day is not coming. */
const patience = sql`now() - interval '1 day'`

/** Looks for what members' own wallets sent, and tells their pages once L2 has it. True when something moved. */
export async function watchWalletSends({ db, client }: { db: Database; client: L2Client }): Promise<boolean> {
  const open = await db
    .select()
    .from(walletSends)
    .where(and(eq(walletSends.status, 'sent'), gt(walletSends.createdAt, patience)))
    .orderBy(walletSends.createdAt)
    .limit(32)
  let moved = false
  for (const { accountId, hash } of open) {
    const status = await receiptStatus(client, hash as Hex)
    if (status === null) continue
    await db.transaction((tx) => mark(tx, { accountId, hash, status }))
    moved = true
  }
  return moved
}

async function receiptStatus(client: L2Client, hash: Hex): Promise<'mined' | 'reverted' | null> {
  try {
    const { status } = await client.getTransactionReceipt({ hash })
    return status === 'success' ? 'mined' : 'reverted'
  } catch (error) {
    if (error instanceof TransactionReceiptNotFoundError) return null
    throw error
  }
}

async function mark(
  connection: Connection,
  { accountId, hash, status }: { accountId: string; hash: string; status: 'mined' | 'reverted' },
) {
  const rows = await connection
    .update(walletSends)
    .set({ status })
    .where(and(eq(walletSends.accountId, accountId), eq(walletSends.hash, hash), ne(walletSends.status, status)))
    .returning({ hash: walletSends.hash })
  if (rows.length > 0) await publishEvents(connection, { topic: `account:${accountId}`, kind: 'money', payload: { hash, status } })
}
