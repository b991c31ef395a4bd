import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareKeys, rankForYou, rankKey, reasonsFor, reasonWeights, strangerTaste } from '#server/quests/discover/forYou.ts'
import { candidates, tastes } from './candidateArbitrary.ts'

const scoreOf = (quest: Parameters<typeof reasonsFor>[0], taste: Parameters<typeof reasonsFor>[1]) =>
  reasonsFor(quest, taste).reduce((sum, { weight }) => sum + weight, 0)

describe('for you', () => {
  it('scores a quest by the reasons that it shows, each within its bound, heaviest first', () => {
    fc.assert(
      fc.property(candidates, tastes, (quests, taste) => {
        for (const { quest, score, reasons } of rankForYou(quests, taste)) {
          expect(score).toBe(reasons.reduce((sum, { weight }) => sum + weight, 0))
          for (const { kind, weight } of reasons) {
            if (kind === 'wallet' || kind === 'caution') expect(weight).toBe(reasonWeights[kind])
            else expect(weight).toBeGreaterThanOrEqual(0)
            expect(weight).toBeLessThanOrEqual(reasonWeights[kind])
          }
          expect(reasons.map(({ weight }) => weight)).toEqual(reasons.map(({ weight }) => weight).toSorted((a, b) => b - a))
          if (quest.done) expect(reasons).toEqual([])
        }
      }),
    )
  })

  it('keeps every quest once, in an order that does not depend on how they came', () => {
    fc.assert(
      fc.property(candidates, tastes, fc.func(fc.integer()), (quests, taste, mix) => {
        const ranked = rankForYou(quests, taste).map(({ quest }) => quest.id)
        expect(ranked.toSorted()).toEqual(quests.map(({ id }) => id).toSorted())
        const mixed = quests.toSorted((a, b) => mix(a.id) - mix(b.id))
        expect(rankForYou(mixed, taste).map(({ quest }) => quest.id)).toEqual(ranked)
      }),
    )
  })

  it('goes down from key to key, so that a page can begin after any', () => {
    fc.assert(
      fc.property(candidates, tastes, (quests, taste) => {
        const keys = rankForYou(quests, taste).map(rankKey)
        for (const [i, key] of keys.entries()) for (const later of keys.slice(i + 1)) expect(compareKeys(key, later)).toBeLessThan(0)
      }),
    )
  })

  it('never ranks a quest lower for another step, another completion or a chain that is known', () => {
    fc.assert(
      fc.property(candidates, tastes, (quests, taste) => {
        for (const quest of quests) {
          const score = scoreOf(quest, taste)
          expect(scoreOf({ ...quest, passed: Math.min(quest.passed + 1, quest.steps) }, taste)).toBeGreaterThanOrEqual(score)
          expect(scoreOf({ ...quest, recent: quest.recent + 1 }, taste)).toBeGreaterThanOrEqual(score)
          expect(scoreOf(quest, { ...taste, chains: new Set([...taste.chains, ...quest.chains]) })).toBeGreaterThanOrEqual(score)
        }
      }),
    )
  })

  it('ranks nothing of a space with a low mark above anything else', () => {
    fc.assert(
      fc.property(candidates, tastes, (quests, taste) => {
        const open = quests.filter(({ done }) => !done)
        const cautions = rankForYou(open, taste).map(({ quest }) => quest.caution)
        expect(cautions).toEqual(cautions.toSorted((a, b) => Number(a) - Number(b)))
      }),
    )
  })

  it('knows nothing of a stranger but what is easy, liked and paid', () => {
    fc.assert(
      fc.property(candidates, (quests) => {
        const kinds = quests
          .filter(({ passed }) => passed === 0)
          .flatMap((quest) => reasonsFor(quest, strangerTaste).map(({ kind }) => kind))
        expect(kinds.filter((kind) => !['first', 'trending', 'paid', 'caution'].includes(kind))).toEqual([])
      }),
    )
  })
})
