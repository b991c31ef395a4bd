import type { CloseQuestTx } from '#server/rollup/protocol/tx/closeQuest.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { EntryEffect } from '../draft.ts'
import type { SlotState } from '../slotState.ts'
import type { TxContext } from './context.ts'
import { bySigner, type LedgerRefusal, type Signed } from './ledger.ts'
import type { MoveRefusal } from './vaults.ts'

export type CloseQuestRefusal = LedgerRefusal | `closeQuest.${MoveRefusal}` | 'closeQuest.no-quest' | 'closeQuest.not-owner'

/** No mint is possible from now on; both pools go back to the owner. */
export function applyCloseQuest(state: SlotState, tx: Signed<CloseQuestTx>, context: TxContext): Result<EntryEffect, CloseQuestRefusal> {
  return bySigner(state, { tx, context, name: 'closeQuest' }, () => {
    const quest = state.quest(tx.quest)
    if (quest === null) return refused('closeQuest.no-quest')
    if (quest.owner !== BigInt(tx.account)) return refused('closeQuest.not-owner')
    const ended = BigInt(context.timestamp) - 1n
    const closesAt = quest.closesAt < ended ? quest.closesAt : ended
    return ok({
      native: quest.feePool,
      own: { token: Number(quest.rewardToken), amount: quest.pool },
      quest: { index: tx.quest, leaf: { ...quest, closesAt, pool: 0n, feePool: 0n } },
    })
  })
}
