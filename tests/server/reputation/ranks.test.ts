import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankTies, type Tie } from '#server/reputation/xp/ranks.ts'

const board = fc.array(fc.nat(30), { minLength: 1, maxLength: 60 })

/** Distinct XP with how many have it, most first. */
function tiesOf(all: readonly number[]): Tie[] {
  const distinct = [...new Set(all)].sort((a, b) => b - a)
  return distinct.map((xp) => ({ xp, members: all.filter((other) => other === xp).length }))
}

describe('ranks', () => {
  it('are one more than how many have more; the next is one more than how many have as much', () => {
    fc.assert(
      fc.property(board, (all) => {
        const ranks = rankTies(0, tiesOf(all))
        for (const xp of all) {
          const [more, asMuch] = [all.filter((other) => other > xp).length, all.filter((other) => other >= xp).length]
          expect(ranks.get(xp)).toEqual({ rank: more + 1, sharedBy: asMuch - more, next: asMuch + 1 })
        }
      }),
    )
  })

  it('are the same from any tie on, given how many stand ahead', () => {
    fc.assert(
      fc.property(board, fc.nat(30), (all, cut) => {
        const ties = tiesOf(all)
        const whole = rankTies(0, ties)
        const from = cut % ties.length
        const ahead = ties.slice(0, from).reduce((sum, { members }) => sum + members, 0)
        for (const [xp, rank] of rankTies(ahead, ties.slice(from))) expect(rank).toEqual(whole.get(xp))
      }),
    )
  })
})
