import { desc, eq, lt } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { inboxItems, rollupBatches, rollupWallets } from '#drizzle/schema/index.ts'
import { decodeInboxTx } from '#server/rollup/protocol/tx/inboxTx.ts'
import { readNames } from './namesStore.ts'
import { walletField } from './txFields.ts'
import { itemTx, namedTx } from './txRows.ts'
import { itemColumns } from './txsStore.ts'
import type { TxField, TxView } from './txViews.ts'

/**
 * An item of the L2 inbox. `from`: the wallet that authorised it. `queuedAt`: time of its L2 block, null where it was not kept. `outcome`:
 * what the batch that took it did with it; `waiting` while none has.
 */
export type InboxItemView = TxView & {
  index: number
  from: TxField
  l2Tx: string
  blockNumber: number
  queuedAt: string | null
  sealedAt: string | null
  outcome: 'waiting' | 'ok' | 'no-op'
}

/** Items of the inbox, newest first, indices below `before`. */
export async function readInbox(connection: Connection, before: number | null, limit: number): Promise<InboxItemView[]> {
  const { txHash, blockNumber, queuedAt } = inboxItems
  const rows = await connection
    .select({ ...itemColumns, txHash, blockNumber, queuedAt, sealedAt: rollupBatches.sealedAt, wallet: rollupWallets.wallet })
    .from(inboxItems)
    .leftJoin(rollupBatches, eq(rollupBatches.number, inboxItems.batch))
    .leftJoin(rollupWallets, eq(rollupWallets.account, inboxItems.account))
    .where(before === null ? undefined : lt(inboxItems.index, before))
    .orderBy(desc(inboxItems.index))
    .limit(limit)
  const txs = rows.map(itemTx)
  const names = await readNames(
    connection,
    txs.map(({ refs }) => refs),
  )
  return rows.flatMap((row, i): InboxItemView[] => {
    const tx = txs[i]
    if (!tx) return []
    const known = row.wallet === null ? [] : [row.wallet]
    return [
      {
        ...namedTx(tx, names),
        ...{ index: row.index, l2Tx: row.txHash, blockNumber: row.blockNumber },
        from: walletField('authoriser', decodeInboxTx(row.words).authoriser, known),
        queuedAt: row.queuedAt?.toISOString() ?? null,
        sealedAt: tx.state === 'accepted' ? null : (row.sealedAt?.toISOString() ?? null),
        outcome: tx.state === 'accepted' ? 'waiting' : row.applied === 0 ? 'no-op' : 'ok',
      },
    ]
  })
}
