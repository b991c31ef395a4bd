import { linkPlaces } from '#server/rollup/protocol/constants.gen.ts'
import type { LinkWalletTx } from '#server/rollup/protocol/tx/linkWallet.ts'
import { accountOf } from '#server/rollup/protocol/tx/openAccount.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { EntryEffect } from '../draft.ts'
import type { SlotState } from '../slotState.ts'
import type { TxContext } from './context.ts'
import { bySigner, type LedgerRefusal, type Signed } from './ledger.ts'
import type { MoveRefusal } from './vaults.ts'
import { isLinked, isPrimary } from './wallets.ts'

export type LinkWalletRefusal =
  | LedgerRefusal
  | `linkWallet.${MoveRefusal}`
  | 'linkWallet.wallet'
  | 'linkWallet.place'
  | 'linkWallet.place-taken'
  | 'linkWallet.linked'

export function applyLinkWallet(state: SlotState, tx: Signed<LinkWalletTx>, context: TxContext): Result<EntryEffect, LinkWalletRefusal> {
  return bySigner(state, { tx, context, name: 'linkWallet' }, (signer) => {
    const links = state.links(tx.account)
    if (accountOf(tx.wallet) === null) return refused('linkWallet.wallet')
    if (tx.place >= linkPlaces) return refused('linkWallet.place')
    if (links[tx.place] !== 0n) return refused('linkWallet.place-taken')
    if (isLinked(links, tx.wallet) || isPrimary(signer, tx.wallet)) return refused('linkWallet.linked')
    return ok({ links: links.with(tx.place, tx.wallet) })
  })
}
