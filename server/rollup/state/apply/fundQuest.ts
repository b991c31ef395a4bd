import type { FundQuestTx } from '#server/rollup/protocol/tx/fundQuest.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { EntryEffect } from '../draft.ts'
import type { SlotState } from '../slotState.ts'
import type { TxContext } from './context.ts'
import { bySigner, type LedgerRefusal, type Signed } from './ledger.ts'
import { MAX_POOL, type MoveRefusal } from './vaults.ts'

export type FundQuestRefusal =
  | LedgerRefusal
  | `fundQuest.${MoveRefusal}`
  | 'fundQuest.no-quest'
  | 'fundQuest.nothing'
  | 'fundQuest.pool-overflow'

/** Anyone may fund any quest, also one that has closed: its owner takes it back by closing again. */
export function applyFundQuest(state: SlotState, tx: Signed<FundQuestTx>, context: TxContext): Result<EntryEffect, FundQuestRefusal> {
  return bySigner(state, { tx, context, name: 'fundQuest' }, () => {
    const quest = state.quest(tx.quest)
    if (quest === null) return refused('fundQuest.no-quest')
    if (tx.toPool === 0n && tx.toFeePool === 0n) return refused('fundQuest.nothing')
    const pool = quest.pool + tx.toPool
    const feePool = quest.feePool + tx.toFeePool
    if (pool > MAX_POOL || feePool > MAX_POOL) return refused('fundQuest.pool-overflow')
    return ok({
      native: -tx.toFeePool,
      own: { token: Number(quest.rewardToken), amount: -tx.toPool },
      quest: { index: tx.quest, leaf: { ...quest, pool, feePool } },
    })
  })
}
