import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDays } from '#server/insights/days.ts'
import { isNoVisit, readOrigin, visitorDigest } from '#server/insights/views/visit.ts'

const own = 'cairn.test'
const hostOf = (referrer: string) => readOrigin({ referrer }, own).referrer

describe('where a visitor came from', () => {
  it.each([
    ['https://www.Example.com/post/1?secret=2#3', 'example.com'],
    ['http://example.com.:8080/', 'example.com'],
    ['https://user:pass@t.co/x', 't.co'],
    ['https://日本語.jp/', 'xn--wgv71a119e.jp'],
    ['http://[2001:db8::1]/', '[2001:db8::1]'],
    ['https://cairn.test/quests/a', null],
    ['https://=1+1.example/', null],
    ['javascript:alert(1)', null],
    ['android-app://com.example/', null],
    ['data:text/html,<script>alert(1)</script>', null],
    ['example.com', null],
    ['', null],
  ])('of %j is %j', (referrer, host) => expect(hostOf(referrer)).toBe(host))

  it('is a plain host or nothing, whatever is said', () => {
    const url = fc.oneof(
      fc.webUrl(),
      fc.string({ unit: 'binary' }),
      fc.string().map((text) => `https://${text}`),
    )
    fc.assert(
      fc.property(url, (referrer) => {
        const host = hostOf(referrer)
        if (host !== null) expect(host).toMatch(/^(?:[a-z0-9][a-z0-9._-]{0,252}|\[[0-9a-f:.]+\])$/)
      }),
      { numRuns: 300 },
    )
  })

  it('has a ref of plain letters or none', () => {
    const refOf = (ref: string) => readOrigin({ ref }, own).ref
    expect(refOf('Launch_2026.a~b-c')).toBe('Launch_2026.a~b-c')
    for (const bad of ['', '=1+1', 'a b', 'ab\u202ecd', 'a'.repeat(65), 'a\u0000', '<b>', 'é']) expect(refOf(bad)).toBeNull()
  })
})

describe('a visitor', () => {
  const salt = new Uint8Array(32).fill(1)
  const visitor = { ip: '192.0.2.1', userAgent: 'Mozilla/5.0', quest: 'a' }

  it('is the same on one day at one quest, and nobody known on another', () => {
    const digest = visitorDigest(salt, visitor)
    expect(digest).toMatch(/^[\w-]{22}$/)
    expect(visitorDigest(salt, { ...visitor })).toBe(digest)
    const others = [{ ip: '192.0.2.2' }, { userAgent: 'Mozilla/5.1' }, { quest: 'b' }].map((change) =>
      visitorDigest(salt, { ...visitor, ...change }),
    )
    expect(new Set([digest, ...others, visitorDigest(new Uint8Array(32), visitor)]).size).toBe(5)
  })

  it('is no robot, and somebody who looks', () => {
    const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36'
    expect(isNoVisit(chrome, '')).toBe(false)
    expect(isNoVisit(chrome, 'prefetch;prerender')).toBe(true)
    for (const robot of [
      '',
      'Googlebot/2.1',
      `${chrome.replace('Chrome', 'HeadlessChrome')}`,
      'Twitterbot/1.0',
      'facebookexternalhit/1.1',
      'AhrefsBot/7.0',
    ])
      expect(isNoVisit(robot, '')).toBe(true)
  })
})

describe('days', () => {
  const now = Date.parse('2026-03-01T00:00:00Z')

  it('are the last thirty when nothing is said, and whole otherwise', () => {
    expect(readDays({}, now)).toEqual({ from: '2026-01-31', to: '2026-03-01' })
    expect(readDays({ from: '2024-02-29', to: '2024-02-29' }, now)).toEqual({ from: '2024-02-29', to: '2024-02-29' })
    expect(readDays({ to: '2026-02-01' }, now)).toEqual({ from: '2026-01-03', to: '2026-02-01' })
  })

  it.each([
    { from: '2026-03-02' },
    { from: '2026-02-02', to: '2026-02-01' },
    { from: '2024-02-28' },
    { from: '1000-01-01', to: '2999-12-31' },
  ])('%j cannot be looked at together', (days) => {
    expect(() => readDays(days, now)).toThrow(
      expect.objectContaining({ code: 'input.invalid', meta: expect.objectContaining({ field: 'from' }) }),
    )
  })
})
