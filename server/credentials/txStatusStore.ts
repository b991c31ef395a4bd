import { eq, max } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { credentials, rollupBatches, rollupTxs } from '#drizzle/schema/index.ts'

/** Where a tx of the slot stands. */
export type TxReceipt = {
  id: string
  kind: string
  status: string
  batch: number | null
  position: number | null
  refusal: string | null
  credentialIndex: number | null
}

export type TxStatusStore = { receipt(id: string): Promise<TxReceipt | null>; lastBatch(): Promise<number | null> }

export function createTxStatusStore(connection: Connection): TxStatusStore {
  return {
    async receipt(id) {
      const [row] = await connection
        .select({ tx: rollupTxs, index: credentials.slotIndex })
        .from(rollupTxs)
        .leftJoin(credentials, eq(credentials.txId, rollupTxs.id))
        .where(eq(rollupTxs.id, id))
      if (!row) return null
      const { kind, status, batch, position, refusal } = row.tx
      return { id, kind, status: status === 'awaiting-issuer' ? 'accepted' : status, batch, position, refusal, credentialIndex: row.index }
    },
    async lastBatch() {
      const [row] = await connection.select({ number: max(rollupBatches.number) }).from(rollupBatches)
      return row?.number ?? null
    },
  }
}
