import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import en from '#app/_ui/messages/en/search.json' with { type: 'json' }
import ja from '#app/_ui/messages/ja/search.json' with { type: 'json' }
import { commandsFor, fits, stepOf } from '#app/_ui/search/commands.ts'
import { hitHref, hitId } from '#app/_ui/search/hits.ts'

describe('commands', () => {
  it('have words in both languages, and differ from each other', () => {
    const all = [...commandsFor({ signedIn: true }), ...commandsFor({ signedIn: false })]
    const ids = [...new Set(all.map(({ id }) => id))]
    expect(Object.keys(en.command).toSorted()).toEqual(ids.toSorted())
    expect(Object.keys(ja.command).toSorted()).toEqual(ids.toSorted())
    for (const signedIn of [true, false]) {
      const offered = commandsFor({ signedIn }).map(({ id }) => id)
      expect(new Set(offered).size).toBe(offered.length)
      expect(offered.includes('signOut')).toBe(signedIn)
      expect(offered.includes('connect')).toBe(!signedIn)
    }
  })

  it.each([
    ['', 'Dark colours', true],
    ['dark', 'Dark colours', true],
    ['DA col', 'Dark colours', true],
    ['ark', 'Dark colours', false],
    ['dark blue', 'Dark colours', false],
    ['配色', 'ダーク配色にする テーマ', true],
    ['ﾀﾞｰｸ', 'ダーク配色にする テーマ', true],
  ])('%s fits %s: %s', (query, text, expected) => {
    expect(fits(query, text)).toBe(expected)
  })

  it('are walked through in a ring', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(49), (length, from) => {
        const at = from % length
        expect(stepOf(stepOf(at, 1, length), -1, length)).toBe(at)
        let walked = at
        for (let i = 0; i < length; i++) walked = stepOf(walked, 1, length)
        expect(walked).toBe(at)
      }),
    )
    expect(stepOf(-1, 1, 3)).toBe(0)
    expect(stepOf(-1, -1, 3)).toBe(2)
    expect(stepOf(0, 1, 0)).toBe(-1)
  })
})

describe('results', () => {
  const wallet = 'solana:7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV'
  it.each([
    [{ kind: 'member', handle: null, wallet, cubes: 0 } as const, `/people/${encodeURIComponent(wallet)}`],
    [{ kind: 'member', handle: 'some-one', wallet, cubes: 1 } as const, '/people/some-one'],
    [{ kind: 'batch', number: 3, status: 'final', credentials: 1 } as const, '/explorer/batches/3'],
    [{ kind: 'tx', hash: `0x${'1'.repeat(64)}`, role: 'slot', batch: null } as const, '/explorer/batches'],
    [{ kind: 'tx', hash: `0x${'1'.repeat(64)}`, role: 'pay', batch: 4 } as const, '/explorer/batches/4'],
  ])('lead to their page: %o', (hit, href) => {
    expect(hitHref(hit)).toBe(href)
    expect(hitId(hit)).toMatch(/^[\w-]+$/)
  })
})
