import type { ForcedWithdrawTx } from '#server/rollup/protocol/tx/forcedWithdraw.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { EntryEffect } from '../draft.ts'
import type { SlotState } from '../slotState.ts'
import type { TxContext } from './context.ts'
import { byInbox, type InboxRefusal } from './inbox.ts'
import { isToken } from './vaults.ts'
import { isPrimary } from './wallets.ts'

export type ForcedWithdrawRefusal =
  | InboxRefusal<'forcedWithdraw'>
  | 'forcedWithdraw.not-wallet'
  | 'forcedWithdraw.token'
  | 'forcedWithdraw.no-amount'

export function applyForcedWithdraw(
  state: SlotState,
  tx: ForcedWithdrawTx,
  context: TxContext,
): Result<EntryEffect, ForcedWithdrawRefusal> {
  return byInbox(state, { account: tx.account, context, name: 'forcedWithdraw' }, (account) => {
    const { token, amount, recipient } = tx
    if (!isPrimary(account, tx.authoriser)) return refused('forcedWithdraw.not-wallet')
    if (!isToken(token)) return refused('forcedWithdraw.token')
    if (amount === 0n) return refused('forcedWithdraw.no-amount')
    return ok({ own: { token, amount: -amount }, withdrawal: { token, amount, recipient } })
  })
}
