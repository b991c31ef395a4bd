import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isWithinPeriod,
  leadMs,
  nextPeriod,
  periodAt,
  type Recurrence,
  startOf,
  type Window,
  windowOf,
} from '#server/quests/recurrence/recurrence.ts'

const window = (opensAt: string, closesAt: string): Window => ({ opensAt: new Date(opensAt), closesAt: new Date(closesAt) })
const daily: Recurrence = { every: 'day', periods: 30 }
const weekly: Recurrence = { every: 'week', periods: 10 }
/** A Wednesday. */
const office = window('2026-06-03T09:00:00Z', '2026-06-03T17:00:00Z')
const whole = window('2026-06-03T00:00:00Z', '2026-06-03T23:59:59Z')
const at = (text: string) => Date.parse(text)

describe('a recurring quest', () => {
  it('has UTC days, and weeks that begin on Monday', () => {
    expect(periodAt(daily, office, at('2026-06-03T23:59:59.999Z'))).toBe(0)
    expect(periodAt(daily, office, at('2026-06-04T00:00:00Z'))).toBe(1)
    expect(periodAt(daily, office, at('2026-06-02T23:00:00Z'))).toBe(-1)
    expect(periodAt(weekly, office, at('2026-06-07T23:59:59Z'))).toBe(0)
    expect(periodAt(weekly, office, at('2026-06-08T00:00:00Z'))).toBe(1)
    expect(new Date(startOf(weekly, office, 1)).toISOString()).toBe('2026-06-08T00:00:00.000Z')
    expect(new Date(startOf(daily, office, 2)).toISOString()).toBe('2026-06-05T00:00:00.000Z')
  })

  it('has one window, in one period, moved by periods', () => {
    expect(isWithinPeriod(daily, office)).toBe(true)
    expect(isWithinPeriod(daily, window('2026-06-03T09:00:00Z', '2026-06-04T00:00:00Z'))).toBe(false)
    expect(isWithinPeriod(weekly, window('2026-06-01T00:00:00Z', '2026-06-07T23:59:59Z'))).toBe(true)
    expect(isWithinPeriod(weekly, window('2026-06-07T00:00:00Z', '2026-06-08T00:00:00Z'))).toBe(false)
    expect(windowOf(weekly, office, 2)).toEqual(window('2026-06-17T09:00:00Z', '2026-06-17T17:00:00Z'))
  })

  it('keeps each window in its own period, and no two overlap', () => {
    const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
    const long = fc.integer({ min: 1, max: 7 * 86_400_000 })
    fc.assert(
      fc.property(
        moments,
        long,
        fc.constantFrom('day' as const, 'week' as const),
        fc.integer({ min: 0, max: 365 }),
        (opensAt, ms, every, k) => {
          const first = { opensAt, closesAt: new Date(opensAt.getTime() + ms) }
          const recurrence = { every, periods: 366 }
          fc.pre(isWithinPeriod(recurrence, first))
          const [mine, next] = [windowOf(recurrence, first, k), windowOf(recurrence, first, k + 1)]
          expect(periodAt(recurrence, first, mine.opensAt.getTime())).toBe(k)
          expect(periodAt(recurrence, first, mine.closesAt.getTime())).toBe(k)
          expect(mine.closesAt.getTime()).toBeLessThan(next.opensAt.getTime())
          expect(startOf(recurrence, first, k)).toBeLessThanOrEqual(mine.opensAt.getTime())
          expect(periodAt(recurrence, first, startOf(recurrence, first, k))).toBe(k)
          expect(periodAt(recurrence, first, startOf(recurrence, first, k) - 1)).toBe(k - 1)
        },
      ),
    )
  })
})

describe('the next period', () => {
  const next = (now: string, newest = 0, first = whole, recurrence = daily) => nextPeriod(recurrence, { first, newest, now: at(now) })
  it('is opened six hours ahead, once', () => {
    expect(next('2026-06-03T17:59:59Z')).toBeNull()
    expect(next('2026-06-03T18:00:00Z')).toBe(1)
    expect(next('2026-06-03T18:00:00Z', 1)).toBeNull()
    expect(next('2026-06-04T02:59:59Z', 0, office)).toBeNull()
    expect(next('2026-06-04T03:00:00Z', 0, office)).toBe(1)
  })

  it('is the running one after a pause, or the one to come where that has closed; those in between are left out', () => {
    expect(next('2026-06-10T12:00:00Z')).toBe(7)
    expect(next('2026-06-10T17:30:00Z', 0, office)).toBeNull()
    expect(next('2026-06-11T03:00:00Z', 0, office)).toBe(8)
  })

  it('comes no more after the last, and none before the first', () => {
    expect(next('2026-07-02T20:00:00Z', 29)).toBeNull()
    expect(next('2026-09-01T20:00:00Z', 3)).toBeNull()
    expect(next('2026-05-01T20:00:00Z')).toBeNull()
  })

  it('is never one that is over, is always newer, and is near', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 29 }), fc.integer({ min: -5, max: 40 * 24 }), fc.boolean(), (newest, hours, short) => {
        const first = short ? office : whole
        const now = first.opensAt.getTime() + hours * 3_600_000
        const period = nextPeriod(daily, { first, newest, now })
        if (period === null) return
        const { opensAt, closesAt } = windowOf(daily, first, period)
        expect(period).toBeGreaterThan(newest)
        expect(period).toBeLessThan(daily.periods)
        expect(closesAt.getTime()).toBeGreaterThan(now)
        expect(opensAt.getTime()).toBeLessThanOrEqual(now + leadMs)
      }),
    )
  })
})
