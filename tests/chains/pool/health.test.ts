import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChainError } from '#chains/errors.ts'
import { type Budget, spend, unspent } from '#chains/pool/budget.ts'
import { answered, disproved, failed, type Health, ordered, outvoted, sawLag, standing, unknownHealth } from '#chains/pool/health.ts'

const fail = (health: Health, reason: ChainError['reason'], now = 0, retryAfterMs?: number) =>
  failed(health, { reason, retryAfterMs }, { now, chance: 0 })
const times = (count: number, reason: ChainError['reason']) =>
  Array.from({ length: count }).reduce<Health>((health) => fail(health, reason), unknownHealth)

describe('health of an endpoint', () => {
  it('opens the circuit at the third failure in a row, tries once later, and closes it when that goes well', () => {
    expect(standing(times(2, 'unreachable'), 0)).toBe('ready')
    const open = times(3, 'timeout')
    expect(standing(open, 2_499)).toBe('out')
    expect(standing(open, 2_500)).toBe('probe')
    expect(standing({ ...open, probing: true }, 2_500)).toBe('out')
    expect(standing(answered(open, 10), 2_500)).toBe('ready')
    expect(fail(open, 'timeout', 2_500).out).toMatchObject({ until: 2_500 + 5_000, times: 2 })
  })

  it('waits as long as the endpoint says, and longer each time it does not say', () => {
    expect(fail(unknownHealth, 'rate-limited', 0, 7_000).out?.until).toBe(7_000)
    const waits = [1, 2, 3, 4].map((count) => times(count, 'rate-limited').out?.until)
    expect(waits).toEqual([500, 1_000, 2_000, 4_000])
    expect(times(30, 'rate-limited').out?.until).toBe(150_000)
  })

  it('keeps another chain and a closed door out for long, and blames nobody for a question that cannot be answered', () => {
    for (const reason of ['wrong-chain', 'forbidden'] as const) expect(standing(fail(unknownHealth, reason), 599_999), reason).toBe('out')
    for (const reason of ['refused', 'unsupported', 'too-many-results'] as const) expect(times(50, reason), reason).toEqual(unknownHealth)
  })

  it('believes no answer of one that was proven wrong', () => {
    expect(standing(answered(disproved(unknownHealth, 0)), 3_599_999)).toBe('out')
    expect(standing(answered(outvoted(unknownHealth)), 0)).toBe('ready')
  })
})

describe('whom to ask', () => {
  const fast = answered(unknownHealth, 50)
  const slow = answered(unknownHealth, 900)
  const order = (candidates: { operator: string; health: Health; name?: string }[], now = 0) =>
    ordered(candidates, now).map(({ operator, name }) => name ?? operator)

  it('is the fastest first, distinct operators before second endpoints, doubted and lagging ones last', () => {
    expect(
      order([
        { operator: 'a', health: slow, name: 'a2' },
        { operator: 'b', health: sawLag(fast, 500n) },
        { operator: 'a', health: fast },
        { operator: 'c', health: outvoted(fast) },
        { operator: 'd', health: slow },
      ]),
    ).toEqual(['a', 'd', 'c', 'b', 'a2'])
  })

  it('leaves out who is out, but never everyone who only did not answer', () => {
    const gone = times(5, 'unreachable')
    expect(
      order([
        { operator: 'a', health: fast },
        { operator: 'b', health: slow },
        { operator: 'c', health: gone },
      ]),
    ).toEqual(['a', 'b'])
    expect(
      order([
        { operator: 'a', health: fast },
        { operator: 'c', health: gone },
      ]),
    ).toEqual(['a', 'c'])
    expect(order([{ operator: 'a', health: times(1, 'rate-limited') }])).toEqual([])
    expect(
      order([
        { operator: 'a', health: fast },
        { operator: 'b', health: slow },
        { operator: 'c', health: times(1, 'behind') },
      ]),
    ).toEqual(['a', 'b', 'c'])
  })
})

describe('budget', () => {
  it('never lets more through than its burst and its rate', () => {
    const budget: Budget = { perSecond: 5, perDay: 1_000_000 }
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 200 }), (gaps) => {
        let [spent, now] = [unspent(budget, 0), 0]
        const sent: number[] = []
        for (const gap of gaps) {
          now += gap
          const next = spend(spent, budget, now)
          if ('until' in next) throw new Error('the day is not over')
          spent = next.spent
          sent.push(now + next.waitMs)
        }
        for (const [index, from] of sent.entries())
          for (const [ahead, to] of sent.slice(index).entries())
            expect(ahead + 1).toBeLessThanOrEqual(10 + ((to - from) / 1000) * 5 + 1.001)
      }),
      { numRuns: 50 },
    )
  })

  it('ends with the day', () => {
    const budget = { perSecond: 100, perDay: 2 }
    let spent = unspent(budget, 1_000)
    for (const _ of [1, 2]) {
      const next = spend(spent, budget, 1_000)
      if ('until' in next) throw new Error('two are allowed')
      spent = next.spent
    }
    expect(spend(spent, budget, 1_000)).toEqual({ until: 86_400_000 })
    expect(spend(spent, budget, 86_400_000)).toMatchObject({ waitMs: 0 })
  })
})
