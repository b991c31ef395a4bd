import { gte, inArray, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { publishEvents } from '#drizzle/publishEvent.ts'
import { accounts, credentials, rollupTxs, rollupWallets } from '#drizzle/schema/index.ts'
import type { SealedBatch } from '#server/rollup/sequencer/ports.ts'

/** Writes where a sealed batch put credentials and accounts, and tells their holders, in the sequencer's transaction. */
export async function recordSealed(connection: Connection, batch: SealedBatch) {
  const indexOf = new Map<string, number>()
  for (const { accountId, index } of batch.accounts) if (accountId) indexOf.set(accountId, index)
  for (const { accountId, account } of batch.mints) indexOf.set(accountId, account)
  const column = <T>(values: readonly T[]) => sql.param(values)
  const ids = [...indexOf.keys()]
  await connection.execute(sql`
    update accounts a set slot_index = s.slot_index
    from unnest(${column(ids)}::uuid[], ${column([...indexOf.values()])}::integer[]) as s(id, slot_index)
    where a.id = s.id and a.slot_index is null`)
  const { mints } = batch
  await connection.execute(sql`
    update credentials c set slot_index = m.slot_index, serial = m.serial, issued_at = to_timestamp(m.issued_at),
      evidence_root = m.evidence_root, evidence_position = m.position
    from unnest(${column(mints.map(({ credentialId }) => credentialId))}::uuid[], ${column(mints.map(({ index }) => index))}::integer[],
      ${column(mints.map(({ serial }) => serial))}::integer[], ${column(mints.map(({ issuedAt }) => issuedAt))}::bigint[],
      ${column(mints.map(({ evidenceRoot }) => evidenceRoot))}::text[], ${column(mints.map(({ position }) => position))}::integer[])
      as m(id, slot_index, serial, issued_at, evidence_root, position)
    where c.id = m.id`)
  await publishEvents(
    connection,
    mints.map(({ accountId, credentialId }) => ({
      topic: `account:${accountId}`,
      kind: 'credential',
      payload: { credentialId, state: 'batched', batch: batch.number },
    })),
  )
}

/** Undoes `recordSealed` for batches that are taken back; called before their txs and wallets are released. */
export async function forgetSealed(connection: Connection, fromBatch: number) {
  const txs = connection.select({ id: rollupTxs.id }).from(rollupTxs).where(gte(rollupTxs.batch, fromBatch))
  const nowhere = { slotIndex: null, serial: null, issuedAt: null, evidenceRoot: null, evidencePosition: null }
  await connection.update(credentials).set(nowhere).where(inArray(credentials.txId, txs))
  const opened = connection.select({ account: rollupWallets.account }).from(rollupWallets).where(gte(rollupWallets.batch, fromBatch))
  await connection.update(accounts).set({ slotIndex: sql`null` }).where(inArray(accounts.slotIndex, opened))
}
