import { mergeMessage } from '#server/rollup/protocol/tx/ledgerTx.ts'
import type { MergeIntoTx } from '#server/rollup/protocol/tx/mergeInto.ts'
import { verify } from '#server/rollup/state/fastSchnorr.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { EntryEffect } from '../draft.ts'
import type { SlotState } from '../slotState.ts'
import type { TxContext } from './context.ts'
import { bySigner, hasKey, knownAccount, type LedgerRefusal, type Signed } from './ledger.ts'
import type { MoveRefusal } from './vaults.ts'

export type MergeIntoRefusal =
  | LedgerRefusal
  | `mergeInto.${MoveRefusal}`
  | 'mergeInto.moved'
  | 'mergeInto.self'
  | 'mergeInto.unknown-account'
  | 'mergeInto.no-key'
  | 'mergeInto.target-moved'
  | 'mergeInto.bad-target-signature'

/** What the account holds of token 0 after the fee goes along; its vaults of other tokens stay, and it may still move them. */
export function applyMergeInto(state: SlotState, tx: Signed<MergeIntoTx>, context: TxContext): Result<EntryEffect, MergeIntoRefusal> {
  return bySigner(state, { tx, context, name: 'mergeInto' }, (signer) => {
    if (signer.movedTo !== 0n) return refused('mergeInto.moved')
    if (tx.target === tx.account) return refused('mergeInto.self')
    const target = knownAccount(state, tx.target)
    if (target === null) return refused('mergeInto.unknown-account')
    if (!hasKey(target)) return refused('mergeInto.no-key')
    if (target.movedTo !== 0n) return refused('mergeInto.target-moved')
    const message = mergeMessage(state.hasher, context.domain, tx)
    if (!verify(state.hasher, { x: target.keyX, y: target.keyY }, message, tx.targetSignature)) {
      return refused('mergeInto.bad-target-signature')
    }
    const rest = state.vault(tx.account, 0) - tx.fee
    return ok({
      account: { movedTo: BigInt(tx.target) + 1n },
      native: -rest,
      others: { account: tx.target, token: 0, amount: rest },
    })
  })
}
