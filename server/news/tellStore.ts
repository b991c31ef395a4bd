import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { inboxItems, rollupBatches, rollupTxs, rollupWallets, wallets } from '#drizzle/schema/index.ts'
import { toAddress } from '#server/money/moves.ts'
import { decodeInboxTx } from '#server/rollup/protocol/tx/inboxTx.ts'
import { decodeLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { type NewNotice, tell, tellSelected } from './noticeStore.ts'

/** What leaves the slot, as the settlement pays it. */
export type PaidOut = {
  batch: number
  entry: number
  kind: string
  account: number
  token: number
  amount: bigint
  recipient: string | null
}

/** A batch is final: its credentials, those that it took back, and the money that it brought to members. */
export async function tellFinal(connection: Connection, batch: number) {
  await tellSelected(
    connection,
    sql`select c.account_id, 'cube.final', 'cube:' || c.id, c.quest_id, jsonb_build_object('credential', c.slot_index, 'batch', t.batch)
      from rollup_txs t join credentials c on c.tx_id = t.id where t.batch = ${batch} and t.kind = 'mint'`,
  )
  await tellSelected(
    connection,
    sql`select coalesce(a.merged_into, a.id), 'cube.revoked', 'revoked:' || c.id, c.quest_id,
        jsonb_build_object('credential', c.slot_index, 'batch', t.batch, 'reason', r.reason)
      from rollup_txs t join revocations r on r.tx_key = t.key join credentials c on c.id = r.credential_id join accounts a on a.id = c.account_id
      where t.batch = ${batch} and t.entry = 'revoke'`,
  )
  await tell(connection, [...(await transfersIn(connection, batch)), ...(await depositsIn(connection, batch))])
}

async function transfersIn(connection: Connection, batch: number): Promise<NewNotice[]> {
  const rows = await connection
    .select({ accountId: wallets.accountId, hash: rollupTxs.key, words: rollupTxs.words })
    .from(rollupTxs)
    .innerJoin(rollupWallets, eq(rollupWallets.account, rollupTxs.payee))
    .innerJoin(wallets, eq(wallets.address, rollupWallets.wallet))
    .where(and(eq(rollupTxs.batch, batch), eq(rollupTxs.entry, 'transfer'), ne(rollupTxs.status, 'refused')))
  return rows.flatMap(({ accountId, hash, words }): NewNotice[] => {
    const tx = decodeLedgerTx(words ?? [])
    if (tx.kind !== 'transfer') return []
    return [
      { accountId, kind: 'transfer.received', key: `tx:${hash}`, facts: { batch, token: tx.token, amount: String(tx.amount), tx: hash } },
    ]
  })
}

async function depositsIn(connection: Connection, batch: number): Promise<NewNotice[]> {
  // By the batch's stretch of the inbox: items are found by their number.
  const rows = await connection
    .select({ accountId: wallets.accountId, index: inboxItems.index, words: inboxItems.words, hash: inboxItems.txHash })
    .from(rollupBatches)
    .innerJoin(inboxItems, sql`${inboxItems.index} >= ${rollupBatches.inboxFrom} and ${inboxItems.index} < ${rollupBatches.inboxTo}`)
    .innerJoin(rollupWallets, eq(rollupWallets.account, inboxItems.account))
    .innerJoin(wallets, eq(wallets.address, rollupWallets.wallet))
    .where(and(eq(rollupBatches.number, batch), eq(inboxItems.applied, 1), sql`get_byte(${inboxItems.words}, 31) = 1`))
  return rows.flatMap(({ accountId, index, words, hash }): NewNotice[] => {
    const tx = decodeInboxTx(words)
    if (tx.kind !== 'deposit') return []
    const facts = { batch, token: tx.token, amount: String(tx.amount), tx: hash }
    return [{ accountId, kind: 'deposit.final', key: `inbox:${index}:${hash}`, facts }]
  })
}

/** L2 paid these out. */
export async function tellPaid(connection: Connection, payouts: readonly PaidOut[], payTx: string | null) {
  if (payouts.length === 0) return
  const holders = await connection
    .select({ account: rollupWallets.account, accountId: wallets.accountId })
    .from(rollupWallets)
    .innerJoin(wallets, eq(wallets.address, rollupWallets.wallet))
    .where(inArray(rollupWallets.account, [...new Set(payouts.map(({ account }) => account))]))
  const holderOf = new Map(holders.map(({ account, accountId }) => [account, accountId]))
  await tell(
    connection,
    payouts.flatMap(({ batch, entry, kind, account, token, amount, recipient }): NewNotice[] => {
      const accountId = holderOf.get(account)
      if (accountId === undefined) return []
      const known = { ...(recipient === null ? {} : { address: recipient }), ...(payTx === null ? {} : { tx: payTx }) }
      const facts = { batch, token, amount: String(amount), ...known, ...(kind === 'refund' ? { reason: kind } : {}) }
      return [{ accountId, kind: 'withdrawal.paid', key: `paid:${batch}:${entry}`, facts }]
    }),
  )
}

/** The slot refused these txs: credentials that will not come, and moves that did not happen. */
export async function tellRefused(connection: Connection, txIds: readonly string[]) {
  const ids = sql`${sql.param([...txIds])}::uuid[]`
  await tellSelected(
    connection,
    sql`select c.account_id, 'cube.refused', 'refused:' || c.id, c.quest_id, jsonb_build_object('reason', t.refusal)
      from rollup_txs t join credentials c on c.tx_id = t.id where t.id = any(${ids})`,
  )
  const rows = await connection
    .select({ accountId: wallets.accountId, id: rollupTxs.id, words: rollupTxs.words, reason: rollupTxs.refusal })
    .from(rollupTxs)
    .innerJoin(rollupWallets, eq(rollupWallets.account, rollupTxs.account))
    .innerJoin(wallets, eq(wallets.address, rollupWallets.wallet))
    .where(and(sql`${rollupTxs.id} = any(${ids})`, eq(rollupTxs.kind, 'ledger')))
  await tell(
    connection,
    rows.map(({ accountId, id, words, reason }) => ({
      ...{ accountId, kind: 'move.refused' as const, key: `refused:${id}` },
      facts: { ...amountOf(words ?? []), ...(reason === null ? {} : { reason }) },
    })),
  )
}

function amountOf(words: readonly bigint[]): { token: number; amount: string; address?: string } | Record<string, never> {
  const tx = decodeLedgerTx(words)
  if (tx.kind !== 'withdraw' && tx.kind !== 'transfer') return {}
  const sent = { token: tx.token, amount: String(tx.amount) }
  return tx.kind === 'withdraw' ? { ...sent, address: toAddress(tx.recipient) } : sent
}

/**
 * Members who had begun a quest in earnest and are not through: opening its page puts a member on a quest, which alone is no reason to be told of it.
 * `q` is the quest, `p` the participation.
 */
const halfway = sql`p.completed_at is null and exists (select from step_verdicts v where v.participation_id = p.id and v.status = 'pass')`

/** The last place of a quest was taken. */
export const tellSoldOut = (connection: Connection, questId: string) =>
  tellSelected(
    connection,
    sql`select p.account_id, 'quest.soldOut', 'soldOut:' || p.quest_id, p.quest_id, '{}'::jsonb
      from participations p where p.quest_id = ${questId} and ${halfway}`,
  )

/** A quest's pools pay for few more completions, or for none: who may move its space's money is told. `left`: for how many. */
export const tellPoolLow = (connection: Connection, questId: string, left: number) =>
  tellSelected(
    connection,
    sql`select m.account_id, 'quest.poolLow', 'poolLow:' || q.id || ':' || ${left}::text || ':' || q.completed, q.id, jsonb_build_object('left', ${left}::int)
      from quests q join space_members m on m.space_id = q.space_id and m.role in ('owner', 'admin') where q.id = ${questId}`,
  )

/** Quests that close within a day, told once. Safe to repeat, from any number of processes. */
export const tellEndings = (connection: Connection) =>
  tellSelected(
    connection,
    sql`select p.account_id, 'quest.ending', 'ending:' || q.id, q.id,
        jsonb_build_object('closesAt', to_char(q.closes_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
      from quests q join participations p on p.quest_id = q.id
      where q.status = 'live' and q.closes_at > now() and q.closes_at < now() + interval '1 day' and q.completed < q.supply and ${halfway}`,
  )
