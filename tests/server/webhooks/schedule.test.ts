import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '#server/webhooks/decide.ts'
import { countFailure, hasFailedTooLong, mostAttempts, nextAttemptAt, readRetryAfter } from '#server/webhooks/schedule.ts'

const [second, hour] = [1000, 3_600_000]
const now = Date.parse('2027-01-15T08:00:00Z')

describe('the pauses between attempts', () => {
  it('are those that the spec suggests, and there are ten attempts', () => {
    const pauses = Array.from({ length: 11 }, (_, i) => nextAttemptAt({ attempts: i + 1, now: 0, chance: 0 }))
    const expected = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400].map((each) => each * second)
    expect(pauses).toEqual([...expected, null, null])
    expect(mostAttempts).toBe(10)
  })

  it('are longer by chance, by a fifth at most, and as long as an endpoint asks, within a day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: mostAttempts - 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.option(fc.integer({ min: 0, max: 10 ** 12 })),
        (attempts, chance, retryAfterMs) => {
          const own = nextAttemptAt({ attempts, now: 0, chance: 0 }) ?? Number.NaN
          const pause = (nextAttemptAt({ attempts, now, chance, retryAfterMs }) ?? Number.NaN) - now
          expect(pause).toBeGreaterThanOrEqual(Math.max(own, Math.min(retryAfterMs ?? 0, 24 * hour)))
          expect(pause).toBeLessThanOrEqual(Math.max(own * 1.2 + 1, Math.min(retryAfterMs ?? 0, 24 * hour)))
        },
      ),
    )
  })

  it.each([
    ['10', 10_000],
    ['0', 0],
    ['Fri, 15 Jan 2027 08:01:00 GMT', 60_000],
    ['Fri, 15 Jan 2027 07:00:00 GMT', null],
    ['-1', null],
    ['1.5', null],
    ['1e3', null],
    ['', null],
    ['soon', null],
    ['2027-01-15', null],
    ['9'.repeat(41), null],
    [undefined, null],
  ])('reads Retry-After %j as %j', (header, expected) => expect(readRetryAfter(header, now)).toBe(expected))
})

describe('an attempt', () => {
  const decided = (outcome: Parameters<typeof decide>[0], attempts = 1) => decide(outcome, { attempts, now, chance: 0 })
  const answered = (code: number, retryAfterMs: number | null = null) => ({ code, answer: '', retryAfterMs })

  it('that is answered by 2xx is the last, any other is followed by the next', () => {
    for (const code of [200, 201, 204, 299]) expect(decided(answered(code))).toEqual({ status: 'delivered' })
    for (const code of [100, 199, 300, 400, 401, 404, 409, 429, 500, 503, 599])
      expect(decided(answered(code))).toEqual({ status: 'waiting', nextAt: new Date(now + 5000) })
    for (const error of ['refused', 'unreachable', 'redirect', 'too-slow', 'sealed'] as const)
      expect(decided({ error })).toEqual({ status: 'waiting', nextAt: new Date(now + 5000) })
    expect(decided(answered(503, 60_000))).toEqual({ status: 'waiting', nextAt: new Date(now + 60_000) })
  })

  it('that was the tenth is the last, and so is one that is answered by 410', () => {
    expect(decided(answered(500), 9)).toMatchObject({ status: 'waiting' })
    expect(decided(answered(500), 10)).toEqual({ status: 'failed', gone: false })
    expect(decided(answered(500), 25)).toEqual({ status: 'failed', gone: false })
    expect(decided(answered(410))).toEqual({ status: 'failed', gone: true })
  })
})

describe('failures of an endpoint', () => {
  it('count from the first of an unbroken row', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 40 }), (gaps) => {
        let [at, began] = [now, now]
        let failures = countFailure({ failingSince: null, failedAt: null }, new Date(at))
        for (const hours of gaps) {
          at += hours * hour
          if (hours > 48) began = at
          failures = countFailure(failures, new Date(at))
          expect(failures).toEqual({ failingSince: new Date(began), failedAt: new Date(at) })
          expect(hasFailedTooLong(failures.failingSince, new Date(at))).toBe(at - began >= 120 * hour)
        }
      }),
    )
  })
})
