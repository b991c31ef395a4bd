import { bits, tokensPerAccount } from '#server/rollup/protocol/constants.gen.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { VaultMove } from '../draft.ts'
import type { SlotState } from '../slotState.ts'
import type { TxContext, VaultPart } from './context.ts'

export const MAX_BALANCE = (1n << BigInt(bits.amount)) - 1n
export const MAX_POOL = (1n << BigInt(bits.pool)) - 1n
export const isToken = (token: number): boolean => token < tokensPerAccount

/** What an entry moves, negative = out. A part that is left out is a vault that its kind does not touch. */
export type Moves = {
  /** The account's vault of token 0. */
  native?: bigint
  /** The account's vault of a token, after `native`. */
  own?: { token: number; amount: bigint }
  /** Another account's vault, after `own`. */
  others?: { account: number; token: number; amount: bigint }
}
export type MoveRefusal = 'short' | 'overflow'

type Step = VaultMove & { part: VaultPart; balance: bigint }

/** The moves in order with the balances they lead to; each vault is judged by what it holds when its turn comes. Changes nothing. */
export function planMoves(state: SlotState, account: number, { native, own, others }: Moves): Result<Step[], MoveRefusal> {
  const steps: Step[] = []
  const moves: Omit<Step, 'balance'>[] = []
  if (native !== undefined) moves.push({ part: 'native', account, token: 0, amount: native })
  if (own) moves.push({ part: 'own', account, ...own })
  if (others) moves.push({ part: 'others', ...others })
  for (const move of moves) {
    const earlier = steps.findLast((step) => step.account === move.account && step.token === move.token)
    const balance = (earlier?.balance ?? state.vault(move.account, move.token)) + move.amount
    if (balance < 0n) return refused('short')
    if (balance > MAX_BALANCE) return refused('overflow')
    steps.push({ ...move, balance })
  }
  return ok(steps)
}

/** Makes planned moves; gives those that changed a balance. */
export function makeMoves(state: SlotState, steps: readonly Step[], context: TxContext): VaultMove[] {
  for (const { part, account, token, amount, balance } of steps) {
    context.beforeMove?.(part, account, token)
    if (amount !== 0n) state.setVault(account, token, balance)
  }
  return steps.filter(({ amount }) => amount !== 0n).map(({ account, token, amount }) => ({ account, token, amount }))
}
