import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseFeatured, chooseHome, homeSizes, nearlyDone, trendingOf } from '#server/quests/discover/homeChoice.ts'
import { candidates, tastes } from './candidateArbitrary.ts'

const down = fc.uniqueArray(fc.constantFrom('eip155:1', 'eip155:10', 'solana:localnet')).map((ids) => new Set<string>(ids))

const placeOf = ({ featured }: { featured: number | null }) => featured ?? 100

describe('home', () => {
  it('shows a quest in one part, and nothing that is done or cannot be begun', () => {
    fc.assert(
      fc.property(candidates, tastes, down, (quests, taste, unreadable) => {
        const { nearly, featured, forYou } = chooseHome({ candidates: quests, taste, unreadable })
        const shown = [...nearly, ...featured, ...forYou.map(({ quest }) => quest)]
        expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length)
        expect(shown.filter(({ ready, done }) => !ready || done)).toEqual([])
        expect(nearly.length <= homeSizes.nearly && featured.length <= homeSizes.featured && forYou.length <= homeSizes.forYou).toBe(true)
      }),
    )
  })

  it('leaves a quest out only when the parts are full', () => {
    fc.assert(
      fc.property(candidates, tastes, (quests, taste) => {
        const { nearly, featured, forYou } = chooseHome({ candidates: quests, taste, unreadable: new Set() })
        const fit = quests.filter(({ ready, done }) => ready && !done)
        if (forYou.length < homeSizes.forYou) expect(nearly.length + featured.length + forYou.length).toBe(fit.length)
      }),
    )
  })

  it('features by its rule: one of a space, readable, with places, and none of that space that pays more or is liked more', () => {
    fc.assert(
      fc.property(candidates, down, (quests, unreadable) => {
        const featured = chooseFeatured(quests, unreadable)
        // What the platform put in front comes first and in its order, in every space and over all.
        const places = featured.map(placeOf)
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        const fits = (quest: (typeof quests)[number]) =>
          !quest.caution && quest.left * 10 >= quest.supply && quest.chains.every((chain) => !unreadable.has(chain))
        expect(new Set(featured.map(({ space }) => space)).size).toBe(featured.length)
        expect(new Set(featured.map(({ space }) => space))).toEqual(new Set(quests.filter(fits).map(({ space }) => space)))
        for (const chosen of featured)
          for (const other of quests.filter((quest) => quest.space === chosen.space && fits(quest))) {
            expect(placeOf(other)).toBeGreaterThanOrEqual(placeOf(chosen))
            if (other.featured !== chosen.featured) continue
            expect(Number(other.paid)).toBeLessThanOrEqual(Number(chosen.paid))
            if (other.paid === chosen.paid) expect(other.recent).toBeLessThanOrEqual(chosen.recent)
          }
      }),
    )
  })

  it('puts what has the fewest steps to go first, and only what was begun', () => {
    fc.assert(
      fc.property(candidates, (quests) => {
        const open = nearlyDone(quests)
        expect(open.every(({ passed, done }) => passed > 0 && !done)).toBe(true)
        const left = open.map(({ steps, passed }) => steps - passed)
        expect(left).toEqual(left.toSorted((a, b) => a - b))
      }),
    )
  })

  it('calls trending what was completed, never what was not', () => {
    fc.assert(
      fc.property(candidates, (quests) => {
        const counts = trendingOf(quests).map(({ recent }) => recent)
        expect(counts).toEqual(
          quests
            .map(({ recent }) => recent)
            .filter((recent) => recent > 0)
            .toSorted((a, b) => b - a),
        )
      }),
    )
  })
})
