import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodAt, periodKeysAt, periodKinds } from '#server/reputation/xp/periods.ts'

/** Unix seconds of some forty years. */
const time = fc.integer({ min: 1_704_067_200, max: 3_000_000_000 })

describe('periods', () => {
  it('hold the time that they are of', () => {
    fc.assert(
      fc.property(time, fc.constantFrom(...periodKinds), (seconds, kind) => {
        const period = periodAt(kind, seconds)
        expect(period?.from ?? 0).toBeLessThanOrEqual(seconds)
        expect(period?.to ?? Number.POSITIVE_INFINITY).toBeGreaterThan(seconds)
        expect(periodKeysAt(seconds)).toContain(period?.key)
      }),
    )
  })

  it('follow each other without a gap, and are told apart by their keys', () => {
    fc.assert(
      fc.property(time, fc.constantFrom('month' as const, 'week' as const), (seconds, kind) => {
        const period = periodAt(kind, seconds)
        const [from, to] = [period?.from ?? 0, period?.to ?? 0]
        expect(periodAt(kind, from)).toEqual(period)
        expect(periodAt(kind, to - 1)).toEqual(period)
        expect(periodAt(kind, to)).toMatchObject({ from: to })
        expect(periodAt(kind, to)?.key).not.toBe(period?.key)
      }),
    )
  })

  it('begin on Mondays and on the first of a month, at midnight in UTC', () => {
    fc.assert(
      fc.property(time, (seconds) => {
        const [week, month] = (['week', 'month'] as const).map((kind) => new Date((periodAt(kind, seconds)?.from ?? 0) * 1000))
        expect(week?.toUTCString()).toMatch(/^Mon, .* 00:00:00 GMT$/)
        expect(month?.toISOString()).toMatch(/-01T00:00:00\.000Z$/)
      }),
    )
    expect(periodKeysAt(Date.parse('2026-11-30T00:00:00Z') / 1000)).toEqual(['all', 'month:2026-11', 'week:152'])
  })
})
