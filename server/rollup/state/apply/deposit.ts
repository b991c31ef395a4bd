import { bits, newAccount, trees } from '#server/rollup/protocol/constants.gen.ts'
import type { DepositTx } from '#server/rollup/protocol/tx/deposit.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { SlotState } from '../slotState.ts'
import { applyOpenAccount, type OpenAccountRefusal } from './openAccount.ts'

export type DepositRefusal = 'deposit.unknown-account' | 'deposit.token' | 'deposit.overflow' | OpenAccountRefusal

export const MAX_BALANCE = (1n << BigInt(bits.amount)) - 1n

/** Credits an account's vault; for `newAccount` it opens the account first. All or nothing: a refused deposit opens no account. */
export function applyDeposit(state: SlotState, tx: DepositTx): Result<{ account: number; opened: boolean }, DepositRefusal> {
  const opened = tx.account === newAccount
  if (tx.token !== 0) return refused('deposit.token')
  if (!opened && tx.account >= state.accountCount) return refused('deposit.unknown-account')
  if (opened && state.accountCount >= trees.accounts.capacity) return refused('openAccount.full')
  const account = opened ? state.accountCount : tx.account
  // Also for a fresh account: a leader without an account may have been credited at this index before.
  const balance = state.vault(account) + tx.amount
  if (balance > MAX_BALANCE) return refused('deposit.overflow')
  if (opened) {
    const opening = applyOpenAccount(state, { wallet: tx.wallet })
    if (!opening.ok) return opening
  }
  state.setVault(account, balance)
  return ok({ account, opened })
}
