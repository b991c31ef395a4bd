import { newAccount } from '#server/rollup/protocol/constants.gen.ts'
import type { DepositTx } from '#server/rollup/protocol/tx/deposit.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { EntryEffect } from '../draft.ts'
import type { SlotState } from '../slotState.ts'
import type { TxContext } from './context.ts'
import { knownAccount } from './ledger.ts'
import { applyOpenAccount, type OpenAccountRefusal, openable } from './openAccount.ts'
import { isToken, makeMoves, planMoves } from './vaults.ts'

export type DepositRefusal = 'deposit.unknown-account' | 'deposit.token' | 'deposit.overflow' | OpenAccountRefusal

/** Credits an account's vault; for `newAccount` it opens the account first. All or nothing: a refused deposit opens no account. */
export function applyDeposit(state: SlotState, tx: DepositTx, context: TxContext): Result<EntryEffect, DepositRefusal> {
  const opens = tx.account === newAccount
  if (!isToken(tx.token)) return refused('deposit.token')
  if (!opens && knownAccount(state, tx.account) === null) return refused('deposit.unknown-account')
  const possible = opens ? openable(state, tx) : undefined
  if (possible && !possible.ok) return possible
  const account = opens ? state.accountCount : tx.account
  // Also for a fresh account: a leader without an account may have been credited at this index before.
  const steps = planMoves(state, account, { own: { token: tx.token, amount: tx.amount } })
  if (!steps.ok) return refused('deposit.overflow')
  const moves = makeMoves(state, steps.value, context)
  if (opens) applyOpenAccount(state, tx)
  return ok({ moves, fee: 0n, ...(opens ? { newAccount: account } : {}) })
}
