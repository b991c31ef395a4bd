import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreAt } from '#server/reputation/formula/score.ts'
import { type ScoreLine, toScoreView } from '#server/reputation/scoreView.ts'
import { account, tight, WEEK } from './credentialArbitrary.ts'

const page = fc.record({ limit: fc.integer({ min: 1, max: 12 }), hides: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }) })

describe('the score as a sum', () => {
  it('adds up, line by line and page by page, with what is hidden as one part', () => {
    fc.assert(
      fc.property(account, page, fc.boolean(), (credentials, { limit, hides }, own) => {
        const score = scoreAt(tight, credentials, WEEK)
        const hidden = new Set(credentials.filter((_, i) => hides[i]).map(({ id }) => id))
        const viewAt = (from: number) => toScoreView(tight, score, { hidden, own, from, limit, subjects: [] })
        const first = viewAt(0)
        const lines: ScoreLine[] = []
        while (lines.length < first.lineCount) {
          const view = viewAt(lines.length)
          expect(view.carried).toBe(lines.at(-1)?.total ?? 0)
          expect(view.lines.length).toBe(Math.min(limit, first.lineCount - lines.length))
          lines.push(...view.lines)
        }
        let total = 0
        for (const line of lines) {
          total += line.contribution
          expect(line.total).toBe(total)
        }
        expect(total + first.hidden.contribution).toBe(first.score)
        expect(first.score).toBe(Number(score.score))
        expect(lines.length + first.hidden.credentials).toBe(credentials.length)
      }),
      { numRuns: 100 },
    )
  })

  it('names nothing hidden to others, and all of it to the holder', () => {
    fc.assert(
      fc.property(account, page, (credentials, { hides }) => {
        const score = scoreAt(tight, credentials, WEEK)
        const hidden = new Set(credentials.filter((_, i) => hides[i]).map(({ id }) => id))
        const view = (own: boolean) => toScoreView(tight, score, { hidden, own, from: 0, limit: 200, subjects: [] })
        expect(view(false).lines.filter(({ index }) => hidden.has(index))).toEqual([])
        expect(view(true).lines.map(({ index }) => index)).toEqual(score.contributions.map(({ credentialId }) => credentialId))
        expect(view(true).lines.every((line) => line.hidden === hidden.has(line.index))).toBe(true)
        expect(view(true).hidden).toEqual({ credentials: 0, contribution: 0 })
      }),
      { numRuns: 100 },
    )
  })

  it('goes on after the last line with the whole sum', () => {
    const view = toScoreView(tight, scoreAt(tight, [], WEEK), { hidden: new Set(), own: true, from: 40, limit: 20, subjects: [] })
    expect(view).toMatchObject({ score: 0, carried: 0, lines: [], lineCount: 0, week: WEEK })
  })
})
