import { and, eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { publishEvent } from '#drizzle/publishEvent.ts'
import { accounts, credentials, rollupTxs, rollupWallets } from '#drizzle/schema/index.ts'
import type { SealedBatch } from '#server/rollup/sequencer/ports.ts'

/** Writes where a sealed batch put credentials and accounts, and tells their holders, in the sequencer's transaction. */
export async function recordSealed(connection: Connection, batch: SealedBatch) {
  const indexOf = new Map<string, number>()
  for (const { accountId, index } of batch.accounts) if (accountId) indexOf.set(accountId, index)
  for (const { accountId, account } of batch.mints) indexOf.set(accountId, account)
  for (const [accountId, slotIndex] of indexOf) {
    await connection
      .update(accounts)
      .set({ slotIndex })
      .where(and(eq(accounts.id, accountId), isNull(accounts.slotIndex)))
  }
  for (const { credentialId, index, serial, issuedAt, evidenceRoot, position, accountId } of batch.mints) {
    const values = { slotIndex: index, serial, issuedAt: new Date(issuedAt * 1000), evidenceRoot, evidencePosition: position }
    await connection.update(credentials).set(values).where(eq(credentials.id, credentialId))
    await publishEvent(connection, {
      topic: `account:${accountId}`,
      kind: 'credential',
      payload: { credentialId, state: 'batched', batch: batch.number },
    })
  }
}

/** Undoes `recordSealed` for batches that are taken back; called before their txs and wallets are released. */
export async function forgetSealed(connection: Connection, fromBatch: number) {
  const txs = connection.select({ id: rollupTxs.id }).from(rollupTxs).where(gte(rollupTxs.batch, fromBatch))
  const nowhere = { slotIndex: null, serial: null, issuedAt: null, evidenceRoot: null, evidencePosition: null }
  await connection.update(credentials).set(nowhere).where(inArray(credentials.txId, txs))
  const opened = connection.select({ account: rollupWallets.account }).from(rollupWallets).where(gte(rollupWallets.batch, fromBatch))
  await connection.update(accounts).set({ slotIndex: sql`null` }).where(inArray(accounts.slotIndex, opened))
}
