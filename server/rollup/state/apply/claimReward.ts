import type { CredentialLeaf, QuestLeaf } from '#server/rollup/protocol/circuitInputs.ts'
import type { ClaimRewardTx } from '#server/rollup/protocol/tx/claimReward.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { EntryEffect } from '../draft.ts'
import type { SlotState } from '../slotState.ts'
import type { TxContext } from './context.ts'
import { bySigner, type LedgerRefusal, type Signed } from './ledger.ts'
import type { MoveRefusal } from './vaults.ts'

export type ClaimRewardRefusal =
  | LedgerRefusal
  | `claimReward.${MoveRefusal}`
  | 'claimReward.no-credential'
  | 'claimReward.not-holder'
  | 'claimReward.claimed'
  | 'claimReward.no-reward'

/** Flag of a credential whose reward was claimed. */
export const CLAIMED = 1n

export function applyClaimReward(state: SlotState, tx: Signed<ClaimRewardTx>, context: TxContext): Result<EntryEffect, ClaimRewardRefusal> {
  return bySigner(state, { tx, context, name: 'claimReward' }, () => {
    const found = knownCredential(state, tx.credential)
    if (found === null) return refused('claimReward.no-credential')
    const { credential, quest, questIndex } = found
    if (credential.account !== BigInt(tx.account)) return refused('claimReward.not-holder')
    if ((credential.flags & CLAIMED) !== 0n) return refused('claimReward.claimed')
    if (quest.rewardPerMint === 0n) return refused('claimReward.no-reward')
    return ok({
      own: { token: Number(quest.rewardToken), amount: quest.rewardPerMint },
      quest: { index: questIndex, leaf: { ...quest, claimed: quest.claimed + 1n } },
      credential: { index: tx.credential, leaf: { ...credential, flags: credential.flags | CLAIMED } },
    })
  })
}

/** A credential that is there and was not revoked, with its quest. */
export function knownCredential(
  state: SlotState,
  index: number,
): { credential: CredentialLeaf; quest: QuestLeaf; questIndex: number } | null {
  const credential = index < state.credentialCount ? state.credential(index) : null
  if (credential === null) return null
  const questIndex = Number(credential.quest)
  const quest = state.quest(questIndex)
  return quest && { credential, quest, questIndex }
}
