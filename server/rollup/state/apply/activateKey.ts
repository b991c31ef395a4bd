import type { ActivateKeyTx } from '#server/rollup/protocol/tx/activateKey.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { EntryEffect } from '../draft.ts'
import type { SlotState } from '../slotState.ts'
import type { TxContext } from './context.ts'
import { byInbox, type InboxRefusal } from './inbox.ts'

export type ActivateKeyRefusal = InboxRefusal<'activateKey'> | 'activateKey.none-pending' | 'activateKey.too-early'

/** No key is on its way. */
export const nonePending = { pendingKeyX: 0n, pendingKeyY: 0n, pendingAt: 0n }

export function applyActivateKey(state: SlotState, tx: ActivateKeyTx, context: TxContext): Result<EntryEffect, ActivateKeyRefusal> {
  return byInbox(state, { account: tx.account, context, name: 'activateKey' }, ({ pendingAt, pendingKeyX, pendingKeyY }) => {
    if (pendingAt === 0n) return refused('activateKey.none-pending')
    if (pendingAt > BigInt(context.timestamp)) return refused('activateKey.too-early')
    return ok({ account: { keyX: pendingKeyX, keyY: pendingKeyY, ...nonePending } })
  })
}
