import type { MintGroup } from '#server/rollup/protocol/tx/mint.ts'
import type { OpenAccountTx } from '#server/rollup/protocol/tx/openAccount.ts'
import type { InboxTx } from '#server/rollup/protocol/words.ts'
import { ok, type Result } from '#server/shared/result.ts'
import type { TxContext } from './apply/context.ts'
import { applyDeposit, type DepositRefusal } from './apply/deposit.ts'
import { applyMint, type Minted, type MintRefusal } from './apply/mint.ts'
import { applyOpenAccount, type OpenAccountRefusal } from './apply/openAccount.ts'
import { applyOpenQuest, type OpenQuestRefusal } from './apply/openQuest.ts'
import type { SlotState } from './slotState.ts'

export type SlotTx = ({ kind: 'openAccount' } & OpenAccountTx) | ({ kind: 'mint' } & MintGroup) | InboxTx

export type TxRefusal = OpenAccountRefusal | MintRefusal | DepositRefusal | OpenQuestRefusal

export type TxEffect =
  | { kind: 'openAccount'; account: number }
  | { kind: 'mint'; minted: Minted[]; fee: bigint }
  | { kind: 'deposit'; account: number; opened: boolean }
  | { kind: 'openQuest'; quest: number }

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
    case 'deposit':
      return as(tx.kind, applyDeposit(state, tx))
    case 'openQuest':
      return as(tx.kind, applyOpenQuest(state, tx))
    default:
      return tx satisfies never
  }
}

function as<K extends string, T extends object, R>(kind: K, result: Result<T, R>): Result<T & { kind: K }, R> {
  return result.ok ? ok({ kind, ...result.value }) : result
}
