import type { MoveView } from '#app/_data/views.ts'

/** Stages of a movement, in order; each kind has those that it passes. */
const paths = {
  /** Signed here, handed to the slot. */
  ledger: ['signed', 'accepted', 'batched', 'proven', 'final'],
  /** Out of the slot. */
  payout: ['signed', 'accepted', 'batched', 'proven', 'final', 'paid'],
  /** Into the slot through L2. */
  inbox: ['sent', 'seen', 'batched', 'proven', 'final'],
  refund: ['batched', 'proven', 'final', 'paid'],
} as const

export type MoveStage = (typeof paths)[keyof typeof paths][number]

export function stagesOf({ kind }: Pick<MoveView, 'kind'>): readonly MoveStage[] {
  if (kind === 'withdraw') return paths.payout
  if (kind === 'deposit' || kind === 'setKey') return paths.inbox
  return kind === 'refund' || kind === 'forcedWithdraw' ? paths.refund : paths.ledger
}

/** Index of the last stage that is done; -1 for a refused one. */
export function reachedOf(move: Pick<MoveView, 'kind' | 'state'>): number {
  const stages = stagesOf(move)
  const at = (stage: MoveStage) => stages.indexOf(stage)
  switch (move.state) {
    case 'sent':
      return at('sent')
    case 'seen':
      // Mined on L2, which may still take it back: the next stage is L2's own finality.
      return at('sent')
    case 'accepted':
      return Math.max(at('accepted'), at('seen'))
    case 'batched':
    case 'proposed':
      return at('batched')
    case 'proven':
      return at('proven')
    case 'final':
      return at('final')
    case 'paid':
      return at('paid')
    case 'refused':
      return -1
  }
}

/** True while something is still to come for a movement. */
export const isUnderWay = (move: Pick<MoveView, 'kind' | 'state'>): boolean =>
  move.state !== 'refused' && reachedOf(move) < stagesOf(move).length - 1

/** When each stage was reached, as far as rows say. */
export function timeOf(stage: MoveStage, { times }: Pick<MoveView, 'times'>): string | null {
  switch (stage) {
    case 'signed':
    case 'accepted':
    case 'sent':
    case 'seen':
      return times.acceptedAt
    case 'batched':
      return times.sealedAt
    case 'proven':
      return times.provenAt
    case 'final':
      return times.finalAt
    case 'paid':
      return times.paidAt
  }
}
