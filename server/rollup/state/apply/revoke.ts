import { ledgerMessage, ledgerWords } from '#server/rollup/protocol/tx/ledgerTx.ts'
import type { RevokeTx } from '#server/rollup/protocol/tx/revoke.ts'
import { verify } from '#server/rollup/state/fastSchnorr.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { EntryEffect } from '../draft.ts'
import type { SlotState } from '../slotState.ts'
import { CLAIMED, knownCredential } from './claimReward.ts'
import type { TxContext } from './context.ts'
import type { Signed } from './ledger.ts'
import { MAX_POOL } from './vaults.ts'

export type RevokeRefusal = 'revoke.no-credential' | 'revoke.not-revocable' | 'revoke.bad-signature' | 'revoke.pool-overflow'

/** The leaf becomes one that no credential has; a reward that nobody claimed goes back to the quest. */
export function applyRevoke(state: SlotState, tx: Signed<RevokeTx>, { domain }: TxContext): Result<EntryEffect, RevokeRefusal> {
  const found = knownCredential(state, tx.credential)
  if (found === null) return refused('revoke.no-credential')
  const { credential, quest, questIndex } = found
  if (quest.revocable === 0n) return refused('revoke.not-revocable')
  const unclaimed = (credential.flags & CLAIMED) === 0n
  const pool = quest.pool + (unclaimed ? quest.rewardPerMint : 0n)
  if (pool > MAX_POOL) return refused('revoke.pool-overflow')
  const message = ledgerMessage(state.hasher, domain, ledgerWords(tx))
  const issuer = { x: quest.issuerKeyX, y: quest.issuerKeyY }
  if (!verify(state.hasher, issuer, message, tx.signature)) return refused('revoke.bad-signature')

  state.revokeCredential(tx.credential, credential, BigInt(tx.reason))
  if (unclaimed) state.setQuest(questIndex, { ...quest, pool, revokedUnclaimed: quest.revokedUnclaimed + 1n })
  return ok({ moves: [], fee: 0n })
}
