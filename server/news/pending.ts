import type { MoveView } from '#server/money/moneyViews.ts'

/** What L2 does not know after so long is not coming: a wallet sent it and no block took it. */
export const forgottenAfterMs = 24 * 3600_000

/** Out of the slot: settled when L2 has paid. */
const paidOut: ReadonlySet<MoveView['kind']> = new Set(['withdraw', 'forcedWithdraw', 'refund'])

/** True while something is still to come for a movement. `now`: milliseconds. */
export function isMovePending({ kind, state, times }: Pick<MoveView, 'kind' | 'state' | 'times'>, now: number): boolean {
  if (state === 'paid' || state === 'refused') return false
  if (state === 'final') return paidOut.has(kind)
  return state !== 'sent' || now - Date.parse(times.acceptedAt) < forgottenAfterMs
}

export type QuestStanding = { passed: number; waiting: number; steps: number }

/** Opening a quest's page puts a member on it: it is in progress once something of it happened. */
export const isQuestPending = ({ passed, waiting, steps }: QuestStanding): boolean => passed + waiting > 0 && passed < steps

/** The middle of how long recent batches took, with what sealing adds before a batch's clock starts. Milliseconds; null without any. */
export function usualSettleMs(tookMs: readonly number[]): number | null {
  const middle = tookMs.toSorted((a, b) => a - b)[Math.floor(tookMs.length / 2)]
  return middle === undefined ? null : Math.round(middle) + waitToSealMs
}

const waitToSealMs = 1500
