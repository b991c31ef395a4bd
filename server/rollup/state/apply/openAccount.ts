import type { AccountLeaf } from '#server/rollup/protocol/circuitInputs.ts'
import { trees } from '#server/rollup/protocol/constants.gen.ts'
import { accountOf, type OpenAccountTx } from '#server/rollup/protocol/tx/openAccount.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { SlotState } from '../slotState.ts'

export type OpenAccountRefusal = 'openAccount.wallet' | 'openAccount.full'

/** The leaf that would be appended. */
export function openable(state: SlotState, { wallet }: OpenAccountTx): Result<AccountLeaf, OpenAccountRefusal> {
  const leaf = accountOf(wallet)
  if (leaf === null) return refused('openAccount.wallet')
  return state.accountCount < trees.accounts.capacity ? ok(leaf) : refused('openAccount.full')
}

/** Appends an account with exactly this wallet; gives its index. */
export function applyOpenAccount(state: SlotState, tx: OpenAccountTx): Result<{ account: number }, OpenAccountRefusal> {
  const leaf = openable(state, tx)
  if (!leaf.ok) return leaf
  const account = state.accountCount
  state.setAccount(account, leaf.value)
  state.accountCount++
  return ok({ account })
}
