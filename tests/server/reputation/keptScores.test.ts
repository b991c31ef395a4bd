import fc from 'fast-check'
import { expect, it } from 'vitest'
import { scoreAt } from '#server/reputation/formula/score.ts'
import { createKeptScores } from '#server/reputation/keptScores.ts'
import { credential, formula } from '#tests/support/reputationCases.ts'

const week = 200
const scoreOf = (lines: number) =>
  scoreAt(
    formula,
    Array.from({ length: lines }, (_, id) => credential(id, week)),
    week,
  )
/** A score of n lines counts n + 1. */
const scores = Array.from({ length: 6 }, (_, lines) => scoreOf(lines))
const use = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), lines: fc.nat(5), keep: fc.boolean() })

it('keeps what was used last, as far as there is room, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(use, { maxLength: 40 }), fc.integer({ min: 6, max: 15 }), (uses, most) => {
      const kept = createKeptScores(most)
      let known: { key: string; lines: number }[] = []
      for (const { key, lines, keep } of uses) {
        const score = scores[lines]
        if (!score) throw new Error('no such score')
        const before = known.find((one) => one.key === key)
        if (keep) expect(kept.keep(key, score)).toBe(score)
        else expect(kept.get(key)).toBe(before && scores[before.lines])
        if (!keep && !before) continue
        known = [...known.filter((one) => one.key !== key), { key, lines: keep ? lines : (before?.lines ?? 0) }]
        while (known.reduce((sum, one) => sum + one.lines + 1, 0) > most) known.shift()
      }
      for (const { key, lines } of known) expect(kept.get(key)).toBe(scores[lines])
    }),
  )
})
