import type { AccountLeaf } from '#server/rollup/protocol/circuitInputs.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { EntryEffect } from '../draft.ts'
import type { SlotState } from '../slotState.ts'
import type { TxContext } from './context.ts'
import { knownAccount, type Plan } from './ledger.ts'
import { type MoveRefusal, makeMoves, planMoves } from './vaults.ts'

export type InboxRefusal<N extends string> = `${N}.unknown-account` | `${N}.${MoveRefusal}`

/** Has `plan` judge an inbox item about an account that is there, and writes all of it or nothing. `name` begins the reasons. */
export function byInbox<R extends string, N extends string>(
  state: SlotState,
  { account: index, context, name }: { account: number; context: TxContext; name: N },
  plan: (account: AccountLeaf) => Result<Plan, R>,
): Result<EntryEffect, R | InboxRefusal<N>> {
  const leaf = knownAccount(state, index)
  if (leaf === null) return refused(`${name}.unknown-account` as const)
  const planned = plan(leaf)
  if (!planned.ok) return planned
  const { account, quest, withdrawal, ...others } = planned.value
  const steps = planMoves(state, index, others)
  if (!steps.ok) return refused(`${name}.${steps.reason}` as const)

  const moves = makeMoves(state, steps.value, context)
  if (account) state.setAccount(index, { ...leaf, ...account })
  if (quest) state.setQuest(quest.index, quest.leaf)
  return ok({ moves, fee: 0n, ...(withdrawal ? { withdrawal } : {}) })
}
