import type { TransferTx } from '#server/rollup/protocol/tx/transfer.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { EntryEffect } from '../draft.ts'
import type { SlotState } from '../slotState.ts'
import type { TxContext } from './context.ts'
import { bySigner, knownAccount, type LedgerRefusal, type Signed } from './ledger.ts'
import { isToken, type MoveRefusal } from './vaults.ts'

export type TransferRefusal =
  | LedgerRefusal
  | `transfer.${MoveRefusal}`
  | 'transfer.unknown-account'
  | 'transfer.self'
  | 'transfer.token'
  | 'transfer.no-amount'

export function applyTransfer(state: SlotState, tx: Signed<TransferTx>, context: TxContext): Result<EntryEffect, TransferRefusal> {
  return bySigner(state, { tx, context, name: 'transfer' }, () => {
    const { to, token, amount } = tx
    if (knownAccount(state, to) === null) return refused('transfer.unknown-account')
    if (to === tx.account) return refused('transfer.self')
    if (!isToken(token)) return refused('transfer.token')
    if (amount === 0n) return refused('transfer.no-amount')
    return ok({ own: { token, amount: -amount }, others: { account: to, token, amount } })
  })
}
