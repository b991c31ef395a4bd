import { trees } from '#server/rollup/protocol/constants.gen.ts'
import { accountOf, type OpenAccountTx } from '#server/rollup/protocol/tx/openAccount.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { SlotState } from '../slotState.ts'

export type OpenAccountRefusal = 'openAccount.wallet' | 'openAccount.full'

/** Appends an account with exactly this wallet; gives its index. */
export function applyOpenAccount(state: SlotState, tx: OpenAccountTx): Result<{ account: number }, OpenAccountRefusal> {
  const leaf = accountOf(tx.wallet)
  if (leaf === null) return refused('openAccount.wallet')
  if (state.accountCount >= trees.accounts.capacity) return refused('openAccount.full')
  const account = state.accountCount
  state.setAccount(account, leaf)
  state.accountCount++
  return ok({ account })
}
