import { trees } from '#server/rollup/protocol/constants.gen.ts'
import { isOnCurve } from '#server/rollup/protocol/schnorr.ts'
import { type OpenQuestTx, questOf } from '#server/rollup/protocol/tx/openQuest.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { SlotState } from '../slotState.ts'

export type OpenQuestRefusal =
  | 'openQuest.unknown-owner'
  | 'openQuest.not-owner'
  | 'openQuest.index-range'
  | 'openQuest.index-taken'
  | 'openQuest.dates'
  | 'openQuest.no-supply'
  | 'openQuest.reward-token'
  | 'openQuest.bad-key'
  | 'openQuest.vault-short'

/** Writes the quest's leaf and moves both pools out of the owner's vault. */
export function applyOpenQuest(state: SlotState, tx: OpenQuestTx): Result<{ quest: number }, OpenQuestRefusal> {
  const owner = state.account(tx.account)
  if (owner === null) return refused('openQuest.unknown-owner')
  if (owner.evm !== tx.sender) return refused('openQuest.not-owner')
  if (tx.quest >= trees.quests.capacity) return refused('openQuest.index-range')
  if (state.quest(tx.quest) !== null) return refused('openQuest.index-taken')
  if (tx.closesAt < tx.opensAt) return refused('openQuest.dates')
  if (tx.supply === 0) return refused('openQuest.no-supply')
  if (tx.rewardToken !== 0) return refused('openQuest.reward-token')
  if (!isOnCurve({ x: tx.issuerKeyX, y: tx.issuerKeyY })) return refused('openQuest.bad-key')
  const balance = state.vault(tx.account)
  const funds = tx.pool + tx.feePool
  if (funds > balance) return refused('openQuest.vault-short')
  state.setVault(tx.account, balance - funds)
  state.setQuest(tx.quest, questOf(tx))
  return ok({ quest: tx.quest })
}
