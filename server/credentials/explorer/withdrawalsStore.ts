import { and, desc, eq, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { inboxItems, rollupBatches, rollupTxs, withdrawals } from '#drizzle/schema/index.ts'
import type { CredentialState } from '#server/credentials/credentialViews.ts'
import { decodeInboxTx } from '#server/rollup/protocol/tx/inboxTx.ts'
import { readNames } from './namesStore.ts'
import { noRefs, toAddress } from './readTx.ts'
import { batchState, inboxId } from './txRows.ts'
import { readTxs } from './txsStore.ts'
import type { Amount, SlotMember } from './txViews.ts'

/**
 * Money on its way out of the slot. `tx`: the ledger tx or inbox item that asked for it; a refund is owed for a deposit that the slot
 * refused. `kept`: the recipient refused the payment and the bridge keeps it; null while that is not known. Times are ISO 8601.
 */
export type WithdrawalView = {
  batch: number | null
  entry: number | null
  tx: string | null
  kind: 'withdraw' | 'forcedWithdraw' | 'refund'
  account: SlotMember | null
  amount: Amount
  recipient: string | null
  state: CredentialState | 'paid'
  kept: boolean | null
  payTx: string | null
  times: { acceptedAt: string | null; sealedAt: string | null; provenAt: string | null; finalAt: string | null; paidAt: string | null }
}

/** Among all withdrawals in batches. */
export type WithdrawalPlace = { batch: number; entry: number }

const ledgerBefore = sql`(select count(*) from ${rollupTxs} t where t.batch = ${withdrawals.batch} and t.kind = 'ledger')`
/** The inbox item of a forced withdrawal or refund: entries are ledger txs first, then inbox items. */
const itemPlace = sql`${rollupBatches.inboxFrom} + ${withdrawals.entry} - ${ledgerBefore}`
const itemIndex = sql`case when ${withdrawals.kind} <> 'withdraw' then ${itemPlace} end`

/** What batches pay, newest first, after `after`. */
export async function readWithdrawals(connection: Connection, after: WithdrawalPlace | null, limit: number): Promise<WithdrawalView[]> {
  const { status, sealedAt, provenAt, finalAt } = rollupBatches
  const rows = await connection
    .select({
      payable: withdrawals,
      batch: { status, sealedAt, provenAt, finalAt },
      request: { key: rollupTxs.key, createdAt: rollupTxs.createdAt },
      item: { index: inboxItems.index, words: inboxItems.words, seenAt: inboxItems.seenAt },
    })
    .from(withdrawals)
    .innerJoin(rollupBatches, eq(rollupBatches.number, withdrawals.batch))
    .leftJoin(
      rollupTxs,
      and(
        eq(withdrawals.kind, 'withdraw'),
        eq(rollupTxs.batch, withdrawals.batch),
        eq(rollupTxs.kind, 'ledger'),
        eq(rollupTxs.position, withdrawals.entry),
      ),
    )
    .leftJoin(inboxItems, sql`${inboxItems.index} = ${itemIndex}`)
    .where(
      after === null ? undefined : sql`(${withdrawals.batch}, ${withdrawals.entry}) < (${after.batch}::integer, ${after.entry}::integer)`,
    )
    .orderBy(desc(withdrawals.batch), desc(withdrawals.entry))
    .limit(limit)
  const names = await readNames(
    connection,
    rows.map(({ payable }) => ({ ...noRefs, account: payable.account })),
  )
  return rows.map(({ payable, batch, request, item }): WithdrawalView => {
    const asked = request ? { tx: request.key, at: request.createdAt } : item ? { tx: inboxId(item.index), at: item.seenAt } : null
    return {
      ...{ batch: payable.batch, entry: payable.entry, tx: asked?.tx ?? null, kind: payable.kind },
      account: names.member(payable.account),
      amount: { token: payable.token, value: String(payable.amount) },
      // The contract pays a refund to the wallet that made the deposit.
      recipient: payable.recipient ?? (item ? toAddress(decodeInboxTx(item.words).authoriser) : null),
      state: payable.paid ? 'paid' : batchState(batch.status),
      ...{ kept: payable.kept, payTx: payable.payTx },
      times: {
        ...{ acceptedAt: iso(asked?.at), sealedAt: iso(batch.sealedAt), provenAt: iso(batch.provenAt) },
        ...{ finalAt: iso(batch.finalAt), paidAt: iso(payable.paidAt) },
      },
    }
  })
}

/** Withdrawals that are asked for and in no batch yet, newest first: those of the pool, then those of the inbox. */
export async function readRequested(connection: Connection, limit: number): Promise<WithdrawalView[]> {
  const query = { state: 'accepted', batch: null } as const
  const page = { after: null, limit }
  const [asked, forced] = await Promise.all([
    readTxs(connection, { ...query, kind: 'withdraw' }, page),
    readTxs(connection, { ...query, kind: 'forcedWithdraw' }, page),
  ])
  const nowhere = { sealedAt: null, provenAt: null, finalAt: null, paidAt: null }
  return [...asked.items, ...forced.items].slice(0, limit).flatMap((tx): WithdrawalView[] => {
    const { amount, recipient } = tx.subject
    const kind = tx.kind === 'withdraw' ? 'withdraw' : 'forcedWithdraw'
    if (amount === null) return []
    return [
      {
        ...{ batch: null, entry: null, tx: tx.id, kind, account: tx.account, amount, recipient, state: 'accepted' },
        ...{ kept: null, payTx: null, times: { acceptedAt: tx.at, ...nowhere } },
      },
    ]
  })
}

const iso = (date: Date | null | undefined) => date?.toISOString() ?? null
