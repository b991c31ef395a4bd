import { describe, expect, it } from 'vitest'
import { isUnderWay, reachedOf, stagesOf, timeOf } from '#app/_ui/wallet/moveLifecycle.ts'

const kinds = ['deposit', 'withdraw', 'forcedWithdraw', 'refund', 'sent', 'received', 'claim', 'setKey', 'other'] as const
const lives = {
  inbox: ['sent', 'accepted', 'batched', 'proven', 'final'],
  ledger: ['accepted', 'batched', 'proposed', 'proven', 'final'],
  payout: ['accepted', 'batched', 'proposed', 'proven', 'final', 'paid'],
  refund: ['batched', 'proposed', 'proven', 'final', 'paid'],
} as const
const lifeOf = (kind: (typeof kinds)[number]) => {
  if (kind === 'deposit' || kind === 'setKey') return lives.inbox
  if (kind === 'withdraw') return lives.payout
  return kind === 'refund' || kind === 'forcedWithdraw' ? lives.refund : lives.ledger
}

describe.each(kinds)('the life of a %s', (kind) => {
  it('only goes forward, and ends at its last stage', () => {
    const reached = lifeOf(kind).map((state) => reachedOf({ kind, state }))
    expect(reached).toEqual(reached.toSorted((a, b) => a - b))
    expect(reached[0]).toBeGreaterThanOrEqual(0)
    expect(reached.at(-1)).toBe(stagesOf({ kind }).length - 1)
  })

  it('is under way until then, and not when it was refused', () => {
    const states = lifeOf(kind)
    expect(states.map((state) => isUnderWay({ kind, state }))).toEqual(states.map((_, i) => i < states.length - 1))
    expect(isUnderWay({ kind, state: 'refused' })).toBe(false)
  })

  it('has a time for each stage', () => {
    const times = { acceptedAt: 'a', sealedAt: 'b', provenAt: 'c', finalAt: 'd', paidAt: 'e' }
    for (const stage of stagesOf({ kind })) expect(timeOf(stage, { times })).toMatch(/^[a-e]$/)
  })
})
