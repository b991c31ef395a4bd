import { trees } from '#server/rollup/protocol/constants.gen.ts'
import { isOnCurve } from '#server/rollup/protocol/schnorr.ts'
import { type LedgerOpenQuestTx, type OpenQuestTx, questOf } from '#server/rollup/protocol/tx/openQuest.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { EntryEffect } from '../draft.ts'
import type { SlotState } from '../slotState.ts'
import type { TxContext } from './context.ts'
import { byInbox, type InboxRefusal } from './inbox.ts'
import { bySigner, type LedgerRefusal, type Plan, type Signed } from './ledger.ts'
import { isToken } from './vaults.ts'
import { isPrimary } from './wallets.ts'

type TermsRefusal =
  | 'openQuest.index-range'
  | 'openQuest.index-taken'
  | 'openQuest.dates'
  | 'openQuest.no-supply'
  | 'openQuest.reward-token'
  | 'openQuest.bad-key'
type PlanRefusal = TermsRefusal | 'openQuest.not-wallet'
export type OpenQuestRefusal = PlanRefusal | InboxRefusal<'openQuest'> | LedgerRefusal

/** Writes the quest's leaf and moves both pools out of the owner's vaults. */
export function applyOpenQuest(state: SlotState, tx: OpenQuestTx, context: TxContext): Result<EntryEffect, OpenQuestRefusal> {
  return byInbox(
    state,
    { account: tx.account, context, name: 'openQuest' },
    (owner): Result<Plan, PlanRefusal> => (isPrimary(owner, tx.authoriser) ? opening(state, tx) : refused('openQuest.not-wallet')),
  )
}

/** The same by the owner's key. */
export function applyLedgerOpenQuest(
  state: SlotState,
  tx: Signed<LedgerOpenQuestTx>,
  context: TxContext,
): Result<EntryEffect, OpenQuestRefusal> {
  return bySigner(state, { tx, context, name: 'openQuest' }, () => opening(state, tx))
}

function opening(state: SlotState, tx: OpenQuestTx | LedgerOpenQuestTx): Result<Plan, TermsRefusal> {
  if (tx.quest >= trees.quests.capacity) return refused('openQuest.index-range')
  if (state.quest(tx.quest) !== null) return refused('openQuest.index-taken')
  if (tx.closesAt < tx.opensAt) return refused('openQuest.dates')
  if (tx.supply === 0) return refused('openQuest.no-supply')
  if (!isToken(tx.rewardToken)) return refused('openQuest.reward-token')
  if (!isOnCurve({ x: tx.issuerKeyX, y: tx.issuerKeyY })) return refused('openQuest.bad-key')
  return ok({
    native: -tx.feePool,
    own: { token: tx.rewardToken, amount: -tx.pool },
    quest: { index: tx.quest, leaf: questOf(tx) },
  })
}
