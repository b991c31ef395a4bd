import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUnderWay } from '#app/_ui/wallet/moveLifecycle.ts'
import type { MoveKind, MoveState } from '#server/money/moneyViews.ts'
import { forgottenAfterMs, isMovePending, isQuestPending, usualSettleMs } from '#server/news/pending.ts'

const kinds: MoveKind[] = ['deposit', 'withdraw', 'forcedWithdraw', 'refund', 'sent', 'received', 'claim', 'setKey', 'other']
const states: MoveState[] = ['sent', 'seen', 'accepted', 'batched', 'proposed', 'proven', 'final', 'paid', 'refused']
const times = (at: number) => ({ acceptedAt: new Date(at).toISOString(), sealedAt: null, provenAt: null, finalAt: null, paidAt: null })

describe('a movement', () => {
  it.each(kinds.flatMap((kind) => states.map((state) => [kind, state] as const)))(
    '%s that is %s: the tray and its page say the same',
    (kind, state) => {
      // States that a kind never has: what is not paid out has no `paid`, what does not come through L2 is never `sent`.
      const never =
        (state === 'paid' && !['withdraw', 'forcedWithdraw', 'refund'].includes(kind)) ||
        (['sent', 'seen'].includes(state) && !['deposit', 'setKey'].includes(kind))
      if (never) return
      expect(isMovePending({ kind, state, times: times(1000) }, 2000)).toBe(isUnderWay({ kind, state }))
    },
  )

  it('that L2 does not know after a day is not waited for; one that L2 knows is, however long it takes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.nat(forgottenAfterMs), fc.nat(1e12), (state, within, after) => {
        const move = { kind: 'deposit' as const, state, times: times(0) }
        const soon = isMovePending(move, within === forgottenAfterMs ? within - 1 : within)
        expect(isMovePending(move, forgottenAfterMs + after)).toBe(state === 'sent' ? false : soon)
      }),
    )
  })
})

describe('a quest', () => {
  it('is in progress once something of it happened, and no more when all of it did', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.integer({ min: 1, max: 20 }), (passed, waiting, steps) => {
        expect(isQuestPending({ passed, waiting, steps })).toBe((passed > 0 || waiting > 0) && passed < steps)
      }),
    )
  })
})

describe('the usual time', () => {
  it('is the middle one, which a single batch that took long does not move', () => {
    expect(usualSettleMs([])).toBeNull()
    expect(usualSettleMs([5000])).toBe(6500)
    expect(usualSettleMs([4000, 900_000, 5000])).toBe(6500)
  })
  it('does not depend on the order, and lies between the extremes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e7), { minLength: 1 }), (took) => {
        const usual = usualSettleMs(took) ?? -1
        expect(usual).toBe(usualSettleMs(took.toReversed()))
        expect(usual - 1500).toBeGreaterThanOrEqual(Math.min(...took))
        expect(usual - 1500).toBeLessThanOrEqual(Math.max(...took))
      }),
    )
  })
})
