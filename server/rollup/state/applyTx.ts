import type { InboxTx } from '#server/rollup/protocol/tx/inboxTx.ts'
import type { SignedLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import type { MintGroup } from '#server/rollup/protocol/tx/mint.ts'
import type { OpenAccountTx } from '#server/rollup/protocol/tx/openAccount.ts'
import { ok, type Result } from '#server/shared/result.ts'
import { type ActivateKeyRefusal, applyActivateKey } from './apply/activateKey.ts'
import { applyCancelKey, type CancelKeyRefusal } from './apply/cancelKey.ts'
import { applyClaimReward, type ClaimRewardRefusal } from './apply/claimReward.ts'
import { applyCloseQuest, type CloseQuestRefusal } from './apply/closeQuest.ts'
import type { TxContext } from './apply/context.ts'
import { applyDeposit, type DepositRefusal } from './apply/deposit.ts'
import { applyForcedWithdraw, type ForcedWithdrawRefusal } from './apply/forcedWithdraw.ts'
import { applyFundQuest, type FundQuestRefusal } from './apply/fundQuest.ts'
import { applyLinkWallet, type LinkWalletRefusal } from './apply/linkWallet.ts'
import { applyMergeInto, type MergeIntoRefusal } from './apply/mergeInto.ts'
import { applyMint, type Minted, type MintRefusal } from './apply/mint.ts'
import { applyOpenAccount, type OpenAccountRefusal } from './apply/openAccount.ts'
import { applyLedgerOpenQuest, applyOpenQuest, type OpenQuestRefusal } from './apply/openQuest.ts'
import { applyRevoke, type RevokeRefusal } from './apply/revoke.ts'
import { applySetIssuer, type SetIssuerRefusal } from './apply/setIssuer.ts'
import { applySetKey, type SetKeyRefusal } from './apply/setKey.ts'
import { applyTransfer, type TransferRefusal } from './apply/transfer.ts'
import { applyUnlinkWallet, type UnlinkWalletRefusal } from './apply/unlinkWallet.ts'
import { applyWithdraw, type WithdrawRefusal } from './apply/withdraw.ts'
import type { EntryEffect } from './draft.ts'
import type { SlotState } from './slotState.ts'

/** A ledger tx or an inbox item: what takes ten words. */
export type EntryTx = SignedLedgerTx | InboxTx
export type SlotTx = ({ kind: 'openAccount' } & OpenAccountTx) | ({ kind: 'mint' } & MintGroup) | EntryTx

export type EntryRefusal =
  | DepositRefusal
  | OpenQuestRefusal
  | SetKeyRefusal
  | ActivateKeyRefusal
  | CancelKeyRefusal
  | ForcedWithdrawRefusal
  | TransferRefusal
  | WithdrawRefusal
  | FundQuestRefusal
  | CloseQuestRefusal
  | SetIssuerRefusal
  | RevokeRefusal
  | ClaimRewardRefusal
  | LinkWalletRefusal
  | UnlinkWalletRefusal
  | MergeIntoRefusal
export type TxRefusal = OpenAccountRefusal | MintRefusal | EntryRefusal

export type TxEffect =
  | { kind: 'openAccount'; account: number }
  | { kind: 'mint'; minted: Minted[]; fee: bigint }
  | ({ kind: EntryTx['kind'] } & EntryEffect)

/**
 * The single definition of a transition: nothing else computes a root. Changes `state` (a scratch copy) when the tx is accepted, leaves it
 * as it was when the tx is refused. Synchronous and pure over what was prefetched.
 */
export function applyTx(state: SlotState, tx: SlotTx, context: TxContext): Result<TxEffect, TxRefusal> {
  switch (tx.kind) {
    case 'openAccount':
      return as(tx.kind, applyOpenAccount(state, tx))
    case 'mint':
      return as(tx.kind, applyMint(state, tx, context))
    default:
      return as(tx.kind, applyEntry(state, tx, context))
  }
}

/** The same for an entry. */
export function applyEntry(state: SlotState, tx: EntryTx, context: TxContext): Result<EntryEffect, EntryRefusal> {
  switch (tx.kind) {
    case 'deposit':
      return applyDeposit(state, tx, context)
    case 'openQuest':
      return applyOpenQuest(state, tx, context)
    case 'setKey':
      return applySetKey(state, tx, context)
    case 'activateKey':
      return applyActivateKey(state, tx, context)
    case 'cancelKey':
      return applyCancelKey(state, tx, context)
    case 'forcedWithdraw':
      return applyForcedWithdraw(state, tx, context)
    case 'transfer':
      return applyTransfer(state, tx, context)
    case 'withdraw':
      return applyWithdraw(state, tx, context)
    case 'ledgerOpenQuest':
      return applyLedgerOpenQuest(state, tx, context)
    case 'fundQuest':
      return applyFundQuest(state, tx, context)
    case 'closeQuest':
      return applyCloseQuest(state, tx, context)
    case 'setIssuer':
      return applySetIssuer(state, tx, context)
    case 'revoke':
      return applyRevoke(state, tx, context)
    case 'claimReward':
      return applyClaimReward(state, tx, context)
    case 'linkWallet':
      return applyLinkWallet(state, tx, context)
    case 'unlinkWallet':
      return applyUnlinkWallet(state, tx, context)
    case 'mergeInto':
      return applyMergeInto(state, tx, context)
    default:
      return tx satisfies never
  }
}

function as<K extends string, T extends object, R>(kind: K, result: Result<T, R>): Result<T & { kind: K }, R> {
  return result.ok ? ok({ kind, ...result.value }) : result
}
