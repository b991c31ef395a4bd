import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { rollupTxs } from '#drizzle/schema/rollup.ts'
import type { ReadLedgerTx } from './readLedgerTx.ts'

/** A tx by its hash: the signed message, which the signature is no part of. */
export type HashedTx = ReadLedgerTx & { hash: string; requestId: string | null }
export type AcceptedTx = { hash: string; acceptedAt: Date }

/** When each of these txs was accepted, by hash; refused ones are not among them: they may be sent again. */
export async function acceptedTxs(connection: Connection, hashes: string[]): Promise<Map<string, Date>> {
  // One array instead of a parameter each: hundreds of them cost more to build than to answer.
  const { rows } = await connection.execute<{ key: string; created_at: Date | string }>(sql`
    select key, created_at from rollup_txs where key = any(${sql.param(hashes)}::text[]) and status <> 'refused'`)
  return new Map(rows.map(({ key, created_at }) => [key, new Date(created_at)]))
}

/**
 * Writes many ledger txs in one statement; when it returns they are durable and the sequencer is told. Those that are left out of the answer
 * clash with a tx that is there already: the same one, or another of the same account and nonce. A refused tx that is sent again is accepted anew.
 * Rows go in by one order, so that two such statements never wait for each other in a circle.
 */
export async function insertLedgerTxs(connection: Connection, txs: readonly HashedTx[]) {
  const column = <T>(pick: (tx: (typeof txs)[number]) => T) => sql.param(txs.map(pick))
  const owner = (tx: (typeof txs)[number]) => (tx.tx.kind === 'revoke' ? null : tx.tx)
  const { rows } = await connection.execute<{ key: string; created_at: Date | string }>(sql`
    with sent as (
      select * from unnest(${column(({ hash }) => hash)}::text[], ${column((tx) => owner(tx)?.account ?? null)}::integer[],
        ${column((tx) => owner(tx)?.nonce ?? null)}::bigint[], ${column((tx) => String(owner(tx)?.fee ?? 0n))}::numeric[],
        ${column(({ tx }) => tx.kind)}::text[], ${column(({ words }) => wordBytes(words))}::bytea[],
        ${column(({ requestId }) => requestId)}::text[]) as s(key, account, nonce, fee, entry, words, request_id)
    ), forgotten as (
      delete from rollup_txs t using sent where t.key = sent.key and t.status = 'refused' returning t.key
    ), written as (
      insert into rollup_txs (key, kind, payload, account, nonce, fee, entry, words, request_id)
      select key, 'ledger', '{}'::jsonb, account, nonce, fee, entry, words, request_id from sent
      where (select count(*) from forgotten) >= 0
      order by account, nonce, key
      on conflict do nothing
      returning key, created_at
    ), told as (
      select pg_notify('cairn_txs', 'ledger') from written limit 1
    )
    select key, created_at from written where (select count(*) from told) >= 0`)
  return rows.map(({ key, created_at }): AcceptedTx => ({ hash: key, acceptedAt: new Date(created_at) }))
}

/** Txs that were accepted and are in no batch. */
export async function waitingLedgerCount(connection: Connection): Promise<number> {
  const [row] = await connection
    .select({ count: sql<number>`count(*)::int` })
    .from(rollupTxs)
    .where(and(eq(rollupTxs.kind, 'ledger'), eq(rollupTxs.status, 'accepted')))
  return row?.count ?? 0
}

export type PooledTx = {
  id: string
  account: number | null
  nonce: number | null
  fee: bigint
  entry: string
  words: readonly bigint[]
  requestId: string | null
  createdAt: Date
}

/** The best paid waiting ledger txs. Withdrawals come first at equal fees: money on its way out is what people wait for. */
export async function pooledTxs(connection: Connection, limit: number): Promise<PooledTx[]> {
  const rows = await connection
    .select()
    .from(rollupTxs)
    .where(and(eq(rollupTxs.kind, 'ledger'), eq(rollupTxs.status, 'accepted')))
    .orderBy(desc(rollupTxs.fee), desc(sql`${rollupTxs.entry} = 'withdraw'`), asc(rollupTxs.createdAt), asc(rollupTxs.id))
    .limit(limit)
  return rows.map(pooled)
}

/** Waiting txs of some accounts in order of their nonces: the well paid one of an account may stand behind cheaper ones. */
export async function pooledOf(connection: Connection, accounts: number[]): Promise<PooledTx[]> {
  if (accounts.length === 0) return []
  const rows = await connection
    .select()
    .from(rollupTxs)
    .where(and(eq(rollupTxs.kind, 'ledger'), eq(rollupTxs.status, 'accepted'), inArray(rollupTxs.account, accounts)))
    .orderBy(asc(rollupTxs.account), asc(rollupTxs.nonce))
    .limit(64 * accounts.length)
  return rows.map(pooled)
}

const pooled = ({ id, account, nonce, fee, entry, words, requestId, createdAt }: typeof rollupTxs.$inferSelect): PooledTx => ({
  ...{ id, account, nonce, requestId, createdAt },
  fee: fee ?? 0n,
  entry: entry ?? '',
  words: words ?? [],
})

const wordBytes = (words: readonly bigint[]) => Buffer.from(words.map((word) => word.toString(16).padStart(64, '0')).join(''), 'hex')
