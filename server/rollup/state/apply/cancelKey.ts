import type { CancelKeyTx } from '#server/rollup/protocol/tx/cancelKey.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { EntryEffect } from '../draft.ts'
import type { SlotState } from '../slotState.ts'
import { nonePending } from './activateKey.ts'
import type { TxContext } from './context.ts'
import { byInbox, type InboxRefusal } from './inbox.ts'
import { isLinked, isPrimary } from './wallets.ts'

export type CancelKeyRefusal = InboxRefusal<'cancelKey'> | 'cancelKey.none-pending' | 'cancelKey.not-wallet'

/** The old key is good again. */
export function applyCancelKey(state: SlotState, tx: CancelKeyTx, context: TxContext): Result<EntryEffect, CancelKeyRefusal> {
  return byInbox(state, { account: tx.account, context, name: 'cancelKey' }, (account) => {
    if (account.pendingAt === 0n) return refused('cancelKey.none-pending')
    const may = tx.byLinked ? isLinked(state.links(tx.account), tx.authoriser) : isPrimary(account, tx.authoriser)
    return may ? ok({ account: nonePending }) : refused('cancelKey.not-wallet')
  })
}
