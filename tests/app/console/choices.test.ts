import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choicesOf } from '#app/(platform)/console/cases/[id]/_parts/choices.ts'
import { slugOf } from '#app/(platform)/console/features/_parts/AddFeature.tsx'
import { moved } from '#app/(platform)/console/features/_parts/order.ts'
import { effectOf } from '#server/platform/case.ts'

describe('the ways out of a case', () => {
  const kinds = ['report', 'first-publication', 'likeness', 'appeal'] as const

  it.each(kinds)('of a %s leave one that changes nothing for the space, first', (kind) => {
    const [first] = choicesOf({ kind, quest: 'one' })
    expect(first).toMatchObject({ outcome: 'dismissed', delist: null, needsReason: false })
  })

  it('ask for the public reason wherever something is delisted, by the case itself or beside it', () => {
    for (const kind of kinds)
      for (const quest of [null, 'one'])
        for (const { outcome, delist, needsReason } of choicesOf({ kind, quest }))
          expect(needsReason).toBe(delist !== null || effectOf(kind, outcome) === 'delist')
  })

  it('delist a quest only where the case is about one', () => {
    expect(choicesOf({ kind: 'report', quest: null }).map(({ delist }) => delist)).not.toContain('quest')
    expect(choicesOf({ kind: 'report', quest: 'one' }).map(({ delist }) => delist)).toContain('quest')
  })
})

describe('the order of the home page', () => {
  const list = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 6 })
  it('keeps everything, puts one where it was dropped, and leaves the others in their order', () => {
    fc.assert(
      fc.property(list, fc.nat(7), fc.nat(7), (all, from, to) => {
        const next = moved(all, from, to)
        expect(next.toSorted()).toEqual(all.toSorted())
        if (from >= all.length || to >= all.length || from === to) {
          expect(next).toBe(all)
          return
        }
        expect(next[to]).toBe(all[from])
        expect(next.filter((one) => one !== all[from])).toEqual(all.filter((one) => one !== all[from]))
      }),
    )
  })

  it.each([
    ['learn-cairn', 'learn-cairn'],
    [' learn-cairn ', 'learn-cairn'],
    ['https://cairn.example/quests/learn-cairn', 'learn-cairn'],
    ['https://cairn.example/ja/quests/learn-cairn?from=x#about', 'learn-cairn'],
  ])('finds the quest in %j', (text, slug) => {
    expect(slugOf(text)).toBe(slug)
  })
})
