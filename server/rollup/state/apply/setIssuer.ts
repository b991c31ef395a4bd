import { isOnCurve } from '#server/rollup/protocol/schnorr.ts'
import type { SetIssuerTx } from '#server/rollup/protocol/tx/setIssuer.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { EntryEffect } from '../draft.ts'
import type { SlotState } from '../slotState.ts'
import type { TxContext } from './context.ts'
import { bySigner, type LedgerRefusal, type Signed } from './ledger.ts'
import type { MoveRefusal } from './vaults.ts'

export type SetIssuerRefusal =
  | LedgerRefusal
  | `setIssuer.${MoveRefusal}`
  | 'setIssuer.no-quest'
  | 'setIssuer.not-owner'
  | 'setIssuer.bad-key'

export function applySetIssuer(state: SlotState, tx: Signed<SetIssuerTx>, context: TxContext): Result<EntryEffect, SetIssuerRefusal> {
  return bySigner(state, { tx, context, name: 'setIssuer' }, () => {
    const quest = state.quest(tx.quest)
    if (quest === null) return refused('setIssuer.no-quest')
    if (quest.owner !== BigInt(tx.account)) return refused('setIssuer.not-owner')
    if (!isOnCurve({ x: tx.keyX, y: tx.keyY })) return refused('setIssuer.bad-key')
    return ok({ quest: { index: tx.quest, leaf: { ...quest, issuerKeyX: tx.keyX, issuerKeyY: tx.keyY } } })
  })
}
