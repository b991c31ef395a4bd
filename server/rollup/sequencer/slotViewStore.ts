import { and, asc, count, desc, eq, inArray, max, or } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { rollupBatches, rollupTxs, rollupWallets, watcherBatches, withdrawals } from '#drizzle/schema/rollup.ts'

export type BatchRecord = typeof rollupBatches.$inferSelect
export type TxRecord = typeof rollupTxs.$inferSelect
export type WithdrawalRecord = typeof withdrawals.$inferSelect &
  Pick<BatchRecord, 'status' | 'sealedAt' | 'proposedAt' | 'provenAt' | 'finalAt'>

/** What readers of the slot ask its tables; nothing here writes. */
export type SlotViewStore = ReturnType<typeof createSlotViewStore>

export function createSlotViewStore(connection: Connection) {
  return {
    async newestBatch(status?: 'final'): Promise<number> {
      const [row] = await connection
        .select({ number: max(rollupBatches.number) })
        .from(rollupBatches)
        .where(status ? eq(rollupBatches.status, status) : undefined)
      return row?.number ?? 0
    },
    async batch(number: number): Promise<BatchRecord | null> {
      const [row] = await connection.select().from(rollupBatches).where(eq(rollupBatches.number, number))
      return row ?? null
    },
    async batchByRoot(root: bigint): Promise<BatchRecord | null> {
      const [row] = await connection.select().from(rollupBatches).where(eq(rollupBatches.newRoot, root)).limit(1)
      return row ?? null
    },
    /** Hashes of a batch's ledger txs in order. */
    async txHashes(batch: number): Promise<string[]> {
      const rows = await connection
        .select({ hash: rollupTxs.key })
        .from(rollupTxs)
        .where(and(eq(rollupTxs.batch, batch), eq(rollupTxs.kind, 'ledger')))
        .orderBy(asc(rollupTxs.position))
      return rows.map(({ hash }) => hash)
    },
    async txByHash(hash: string): Promise<TxRecord | null> {
      const [row] = await connection.select().from(rollupTxs).where(eq(rollupTxs.key, hash))
      return row ?? null
    },
    async txById(id: string): Promise<TxRecord | null> {
      const [row] = await connection.select().from(rollupTxs).where(eq(rollupTxs.id, id))
      return row ?? null
    },
    /** Nonces of an account's waiting ledger txs, in order. */
    async waitingNonces(account: number): Promise<number[]> {
      const rows = await connection
        .select({ nonce: rollupTxs.nonce })
        .from(rollupTxs)
        .where(and(eq(rollupTxs.account, account), eq(rollupTxs.status, 'accepted')))
        .orderBy(asc(rollupTxs.nonce))
      return rows.flatMap(({ nonce }) => nonce ?? [])
    },
    async accountOf(wallet: string): Promise<number | null> {
      const [row] = await connection.select({ account: rollupWallets.account }).from(rollupWallets).where(eq(rollupWallets.wallet, wallet))
      return row?.account ?? null
    },
    /** Newest first; of an account or of an L2 address (lower case). */
    async withdrawals(of: { account?: number; recipient?: string; batch?: number }, limit: number): Promise<WithdrawalRecord[]> {
      const { status, sealedAt, proposedAt, provenAt, finalAt } = rollupBatches
      const mine = [
        of.account === undefined ? undefined : eq(withdrawals.account, of.account),
        of.recipient === undefined ? undefined : eq(withdrawals.recipient, of.recipient),
      ]
      const rows = await connection
        .select({ withdrawal: withdrawals, batch: { status, sealedAt, proposedAt, provenAt, finalAt } })
        .from(withdrawals)
        .innerJoin(rollupBatches, eq(rollupBatches.number, withdrawals.batch))
        .where(and(or(...mine), of.batch === undefined ? undefined : eq(withdrawals.batch, of.batch)))
        .orderBy(desc(withdrawals.batch), asc(withdrawals.entry))
        .limit(limit)
      return rows.map(({ withdrawal, batch }) => ({ ...withdrawal, ...batch }))
    },
    /** What runs and what waits. */
    async health() {
      const [txs] = await connection
        .select({ n: count() })
        .from(rollupTxs)
        .where(inArray(rollupTxs.status, ['accepted', 'awaiting-issuer']))
      const [open] = await connection
        .select({ n: count() })
        .from(rollupBatches)
        .where(inArray(rollupBatches.status, ['sealed', 'proposed', 'voted']))
      const [objections] = await connection.select({ n: count() }).from(watcherBatches).where(eq(watcherBatches.agrees, 0))
      return { waiting: txs?.n ?? 0, open: open?.n ?? 0, paused: (objections?.n ?? 0) > 0 }
    },
  }
}
