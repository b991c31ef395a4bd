import type { inboxItems, rollupBatches, rollupTxs } from '#drizzle/schema/rollup.ts'
import type { CredentialState } from '#server/credentials/credentialViews.ts'
import { decodeInboxTx } from '#server/rollup/protocol/tx/inboxTx.ts'
import { decodeLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import type { MintPayload, OpenAccountPayload } from '#server/rollup/sequencer/ports.ts'
import { type Names, subjectOf } from './names.ts'
import { inboxRefs, ledgerRefs, noRefs, type TxRefs } from './readTx.ts'
import type { TxPlace } from './txOrder.ts'
import type { TxKind, TxLane, TxView } from './txViews.ts'

type TxRow = typeof rollupTxs.$inferSelect
type BatchStatus = (typeof rollupBatches.$inferSelect)['status']

/**
 * A row of the pool: a mint, an opening, a ledger tx. `at`: its time to the microsecond; `credential`: the leaf that its mint made; `hidden`: others are not
 * shown it.
 */
export type PoolRow = Pick<TxRow, 'id' | 'key' | 'kind' | 'entry' | 'payload' | 'words' | 'status' | 'batch'> & {
  at: string
  credential: number | null
  hidden: boolean
}
export type ItemRow = Pick<typeof inboxItems.$inferSelect, 'index' | 'words' | 'batch' | 'applied'> & {
  at: string
  batchStatus: BatchStatus | null
}

/** A tx before names are looked up. */
export type NumberedTx = Omit<TxView, 'account' | 'subject'> & { refs: TxRefs; place: TxPlace }

/** To the millisecond, as all other times of the API. */
const iso = (at: string) => new Date(at).toISOString()

export const inboxId = (index: number): string => `inbox-${index}`

export function poolTx(row: PoolRow): NumberedTx {
  const base = {
    state: row.status === 'awaiting-issuer' ? ('accepted' as const) : row.status,
    batch: row.batch,
    at: iso(row.at),
    place: { at: row.at, pool: row.id },
  }
  if (row.kind === 'ledger') {
    const tx = decodeLedgerTx(row.words ?? [])
    return { ...base, id: row.key, lane: 'ledger', kind: tx.kind, refs: ledgerRefs(tx) }
  }
  // Written by our own rooms as these types.
  if (row.kind === 'mint') {
    const { wallet, questIndex } = row.payload as MintPayload
    // A list is the same for everyone, so it says nothing of a hidden CUBE.
    const refs = row.hidden ? noRefs : { ...noRefs, wallet, quest: questIndex, credential: row.credential }
    return { ...base, id: row.id, lane: 'mint', kind: 'mint', refs }
  }
  const { wallet } = row.payload as OpenAccountPayload
  return { ...base, id: row.id, lane: 'openAccount', kind: 'openAccount', refs: { ...noRefs, wallet } }
}

export function itemTx(row: ItemRow): NumberedTx {
  const tx = decodeInboxTx(row.words)
  const state = itemState(row)
  return {
    ...{ id: inboxId(row.index), lane: 'inbox' as TxLane, kind: tx.kind as TxKind, state, batch: row.batch },
    ...{ at: iso(row.at), place: { at: row.at, item: row.index }, refs: inboxRefs(tx) },
  }
}

/** An item lives as its batch does; one that the slot refused is told from the moment it is in a batch. */
export function itemState({ applied, batchStatus }: Pick<ItemRow, 'applied' | 'batchStatus'>): CredentialState {
  if (batchStatus === null || batchStatus === 'pruned') return 'accepted'
  return applied === 0 ? 'refused' : batchState(batchStatus)
}

/** Where a batch is, in the words of what is in it. A batch that was taken back gives its txs to the next one. */
export function batchState(status: BatchStatus): CredentialState {
  if (status === 'sealed') return 'batched'
  if (status === 'voted') return 'proven'
  return status === 'pruned' ? 'accepted' : status
}

export function namedTx({ refs, place: _, ...tx }: NumberedTx, names: Names): TxView {
  const account = refs.wallet === null ? names.member(refs.account) : names.holder(refs.wallet)
  return { ...tx, account, subject: subjectOf(refs, names) }
}
