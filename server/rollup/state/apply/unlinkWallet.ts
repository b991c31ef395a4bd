import { linkPlaces } from '#server/rollup/protocol/constants.gen.ts'
import type { UnlinkWalletTx } from '#server/rollup/protocol/tx/unlinkWallet.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { EntryEffect } from '../draft.ts'
import type { SlotState } from '../slotState.ts'
import type { TxContext } from './context.ts'
import { bySigner, type LedgerRefusal, type Signed } from './ledger.ts'
import type { MoveRefusal } from './vaults.ts'

export type UnlinkWalletRefusal = LedgerRefusal | `unlinkWallet.${MoveRefusal}` | 'unlinkWallet.place' | 'unlinkWallet.place-empty'

export function applyUnlinkWallet(
  state: SlotState,
  tx: Signed<UnlinkWalletTx>,
  context: TxContext,
): Result<EntryEffect, UnlinkWalletRefusal> {
  return bySigner(state, { tx, context, name: 'unlinkWallet' }, () => {
    const links = state.links(tx.account)
    if (tx.place >= linkPlaces) return refused('unlinkWallet.place')
    return links[tx.place] === 0n ? refused('unlinkWallet.place-empty') : ok({ links: links.with(tx.place, 0n) })
  })
}
