import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commitmentOf, drawWinners, ticketer } from '#server/quests/draw/draw.ts'
import type { Hex } from '#server/shared/bytes.ts'

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes): Hex => `0x${Buffer.from(bytes).toString('hex')}`)
const index = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const inputs = fc.record({ seed: hash, blockHash: hash, quest: index })
const entrants = fc.uniqueArray(index, { maxLength: 60 })

/** The draw again, from its description: nothing of ours but the numbers. */
function byHand({ seed, blockHash, quest }: { seed: string; blockHash: string; quest: number }, all: readonly number[], count: number) {
  const be4 = (n: number) => Buffer.from(n.toString(16).padStart(8, '0'), 'hex')
  return all
    .map((credential) => {
      const bytes = Buffer.concat([
        Buffer.from('cairn.draw.ticket.1', 'ascii'),
        Buffer.from(seed.slice(2), 'hex'),
        Buffer.from(blockHash.slice(2), 'hex'),
        be4(quest),
        be4(credential),
      ])
      expect(bytes).toHaveLength(91)
      return { credential, ticket: createHash('sha256').update(bytes).digest('hex') }
    })
    .sort((a, b) => Buffer.compare(Buffer.from(a.ticket, 'hex'), Buffer.from(b.ticket, 'hex')))
    .slice(0, count)
    .map(({ credential, ticket }) => ({ credential, ticket: `0x${ticket}` }))
}

describe('the draw', () => {
  it('is what an independent computation of its description says', () => {
    fc.assert(
      fc.property(inputs, entrants, fc.integer({ min: 1, max: 70 }), (given, all, count) => {
        expect(drawWinners(given, all, count)).toEqual(byHand(given, all, count))
        expect(commitmentOf(given.seed)).toBe(
          `0x${createHash('sha256')
            .update(Buffer.from(given.seed.slice(2), 'hex'))
            .digest('hex')}`,
        )
      }),
    )
  })

  it('gives each place to one entrant, and every place while there are entrants', () => {
    fc.assert(
      fc.property(inputs, entrants, fc.integer({ min: 1, max: 70 }), (given, all, count) => {
        const won = drawWinners(given, all, count).map(({ credential }) => credential)
        expect(won).toHaveLength(Math.min(count, all.length))
        expect(new Set(won).size).toBe(won.length)
        expect(won.every((credential) => all.includes(credential))).toBe(true)
      }),
    )
  })

  it('does not depend on the order of the entrants, and more places add winners without changing the first ones', () => {
    fc.assert(
      fc.property(inputs, entrants, fc.integer({ min: 1, max: 30 }), (given, all, count) => {
        const won = drawWinners(given, all, count)
        expect(drawWinners(given, all.toReversed(), count)).toEqual(won)
        expect(drawWinners(given, all, count + 10).slice(0, won.length)).toEqual(won)
      }),
    )
  })

  it('is another one with any other seed, block or quest', () => {
    fc.assert(
      fc.property(inputs, inputs, index, (one, other, credential) => {
        fc.pre(one.seed !== other.seed && one.blockHash !== other.blockHash && one.quest !== other.quest)
        const ticket = ticketer(one)(credential)
        for (const change of [{ seed: other.seed }, { blockHash: other.blockHash }, { quest: other.quest }])
          expect(ticketer({ ...one, ...change })(credential)).not.toBe(ticket)
      }),
    )
  })

  it('treats entrants alike: over many draws each of four wins about as often', () => {
    const wins = new Map<number, number>()
    for (let i = 0; i < 4000; i++) {
      const blockHash: Hex = `0x${createHash('sha256').update(`block ${i}`).digest('hex')}`
      const [winner] = drawWinners({ seed: `0x${'5a'.repeat(32)}`, blockHash, quest: 7 }, [3, 12, 13, 400_000], 1)
      wins.set(winner?.credential ?? -1, (wins.get(winner?.credential ?? -1) ?? 0) + 1)
    }
    // 1000 expected; six standard deviations are 164.
    for (const credential of [3, 12, 13, 400_000]) expect(Math.abs((wins.get(credential) ?? 0) - 1000)).toBeLessThan(164)
  })

  it('refuses what is no seed, hash or index', () => {
    const good = { seed: `0x${'11'.repeat(32)}`, blockHash: `0x${'22'.repeat(32)}`, quest: 1 } as const
    expect(() => commitmentOf('0x11')).toThrow('seed')
    expect(() => ticketer({ ...good, blockHash: '0xzz' })).toThrow('blockHash')
    for (const quest of [-1, 0.5, 2 ** 32, Number.NaN]) expect(() => ticketer({ ...good, quest })).toThrow('quest')
    expect(() => ticketer(good)(2 ** 32)).toThrow('credential')
  })
})
