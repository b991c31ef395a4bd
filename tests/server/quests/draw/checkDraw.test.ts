import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDraw, type PublishedDraw } from '#server/quests/draw/checkDraw.ts'
import { commitmentOf, drawWinners } from '#server/quests/draw/draw.ts'
import type { Hex } from '#server/shared/bytes.ts'

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes): Hex => `0x${Buffer.from(bytes).toString('hex')}`)
const all = fc
  .uniqueArray(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { minLength: 3, maxLength: 40 })
  .map((list) => list.sort((a, b) => a - b))
const places = fc.integer({ min: 1, max: 20 })

/** A draw as it should be published, with its lists. */
const honest = fc
  .record({ seed: hash, blockHash: hash, questIndex: fc.integer({ min: 0, max: 1000 }), all, places })
  .map(({ all, ...given }) => {
    const { seed, blockHash, questIndex } = given
    const draw: PublishedDraw = { ...given, commitment: commitmentOf(seed), entrants: all.length }
    return { draw, all, winners: drawWinners({ seed, blockHash, quest: questIndex }, all, given.places) }
  })
const agrees = { commitment: true, entrants: true, tickets: true, winners: true }

describe('checking a draw', () => {
  it('agrees with an honest one', () => {
    fc.assert(
      fc.property(honest, ({ draw, all, winners }) => {
        expect(checkDraw(draw, all, winners)).toEqual(agrees)
      }),
    )
  })

  it('finds a seed that was not committed to', () => {
    fc.assert(
      fc.property(honest, hash, ({ draw, all, winners }, other) => {
        fc.pre(other !== draw.seed)
        expect(checkDraw({ ...draw, commitment: commitmentOf(other) }, all, winners)).toEqual({ ...agrees, commitment: false })
        expect(checkDraw({ ...draw, commitment: null }, all, winners).commitment).toBe(false)
      }),
    )
  })

  it('finds an entrant who is left out, or listed twice', () => {
    fc.assert(
      fc.property(honest, fc.nat(), ({ draw, all, winners }, at) => {
        const without = all.toSpliced(at % all.length, 1)
        expect(checkDraw(draw, without, winners).entrants).toBe(false)
        expect(checkDraw(draw, [...without, without.at(-1) ?? 0], winners).entrants).toBe(false)
      }),
    )
  })

  it('finds winners who were exchanged, left out or added', () => {
    fc.assert(
      fc.property(honest, ({ draw, all, winners }) => {
        expect(checkDraw(draw, all, winners.slice(1)).winners).toBe(false)
        expect(checkDraw(draw, all, [...winners, { credential: 7, ticket: null }]).winners).toBe(false)
        const [first, ...rest] = winners
        const changed = { credential: (first?.credential ?? 0) ^ 1, ticket: first?.ticket ?? null }
        expect(checkDraw(draw, all, [changed, ...rest])).toEqual({ ...agrees, winners: false })
        expect(checkDraw(draw, all, [{ ...changed, credential: first?.credential ?? 0, ticket: draw.blockHash }, ...rest]).tickets).toBe(
          false,
        )
      }),
    )
  })

  it('gives ranked tiers to the first entrants, without a ticket', () => {
    fc.assert(
      fc.property(all, places, (list, count) => {
        const draw = { commitment: null, seed: null, blockHash: '0x', questIndex: 1, entrants: list.length, places: count }
        const first = list.slice(0, count).map((credential) => ({ credential, ticket: null }))
        expect(checkDraw(draw, list, first)).toEqual(agrees)
        expect(checkDraw(draw, list, first.toReversed()).winners).toBe(first.length === 1)
      }),
    )
  })
})
