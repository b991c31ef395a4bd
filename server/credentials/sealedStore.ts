import { gte, inArray, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { publishEvents } from '#drizzle/publishEvents.ts'
import { accounts, credentials, rollupTxs, rollupWallets, wallets } from '#drizzle/schema/index.ts'
import type { SealedBatch } from '#server/rollup/sequencer/ports.ts'

/** Writes where a sealed batch put credentials and accounts, and tells their holders, in the sequencer's transaction. */
export async function recordSealed(connection: Connection, batch: SealedBatch) {
  const column = <T>(values: readonly T[]) => sql.param(values)
  const { mints } = batch
  const places = [...new Set([...batch.accounts.map(({ index }) => index), ...mints.map(({ account }) => account)])]
  // An account's leaf is that of its primary wallet, which may be another one than when the mint was asked for.
  await connection.execute(sql`
    update ${accounts} a set slot_index = r.account
    from ${rollupWallets} r join ${wallets} w on w.address = r.wallet and w."primary"
    where a.id = w.account_id and r.account = any(${column(places)}::integer[]) and a.slot_index is distinct from r.account`)
  const { rows: held } = await connection.execute<{ id: string; account: string }>(sql`
    update credentials c set slot_index = m.slot_index, serial = m.serial, issued_at = to_timestamp(m.issued_at),
      evidence_root = m.evidence_root, evidence_position = m.position
    from unnest(${column(mints.map(({ credentialId }) => credentialId))}::uuid[], ${column(mints.map(({ index }) => index))}::integer[],
      ${column(mints.map(({ serial }) => serial))}::integer[], ${column(mints.map(({ issuedAt }) => issuedAt))}::bigint[],
      ${column(mints.map(({ evidenceRoot }) => evidenceRoot))}::text[], ${column(mints.map(({ position }) => position))}::integer[])
      as m(id, slot_index, serial, issued_at, evidence_root, position)
    where c.id = m.id returning c.id, c.account_id as account`)
  await publishEvents(
    connection,
    ...held.map(({ id, account }) => ({
      topic: `account:${account}`,
      kind: 'credential',
      payload: { credentialId: id, state: 'batched', batch: batch.number },
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
