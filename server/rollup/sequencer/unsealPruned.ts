import { sql } from 'drizzle-orm'
import { deleteBatches, firstPruned } from './batchStore.ts'
import { checkFence, extendLease, type Fence } from './leaseStore.ts'
import type { SequencerDeps } from './sealNext.ts'
import { releaseTxs } from './txStore.ts'

/**
 * Takes back the batches from the first pruned one on: their txs return to the pool, their inbox items are free again,
 * the trees go back to the batch before. True when something was taken back.
 */
export async function unsealPruned(
  { db, store, sealed, log }: Pick<SequencerDeps, 'db' | 'store' | 'sealed' | 'log'>,
  fence: Fence | null = null,
): Promise<boolean> {
  const from = await firstPruned(db)
  if (from === null) return false
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('cairn sequencer'))`)
    if (fence) await checkFence(tx, fence)
    await sealed.unsealed(tx, from)
    await releaseTxs(tx, from)
    await store.within(tx).deleteAfter(from - 1)
    await deleteBatches(tx, from)
    if (fence) await extendLease(tx, fence)
  })
  log.warn({ from }, 'batches taken back')
  return true
}
