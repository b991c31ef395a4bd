import type { WithdrawTx } from '#server/rollup/protocol/tx/withdraw.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { EntryEffect } from '../draft.ts'
import type { SlotState } from '../slotState.ts'
import type { TxContext } from './context.ts'
import { bySigner, type LedgerRefusal, type Signed } from './ledger.ts'
import { isToken, type MoveRefusal } from './vaults.ts'

export type WithdrawRefusal = LedgerRefusal | `withdraw.${MoveRefusal}` | 'withdraw.token' | 'withdraw.no-amount' | 'withdraw.no-recipient'

export function applyWithdraw(state: SlotState, tx: Signed<WithdrawTx>, context: TxContext): Result<EntryEffect, WithdrawRefusal> {
  return bySigner(state, { tx, context, name: 'withdraw' }, () => {
    const { token, amount, recipient } = tx
    if (!isToken(token)) return refused('withdraw.token')
    if (amount === 0n) return refused('withdraw.no-amount')
    if (recipient === 0n) return refused('withdraw.no-recipient')
    return ok({ own: { token, amount: -amount }, withdrawal: { token, amount, recipient } })
  })
}
