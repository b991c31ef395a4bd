import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Contribution, capNames } from '#server/reputation/formula/contributions.ts'
import { reasons, type ScoredCredential } from '#server/reputation/formula/credential.ts'
import { readScore, readTerms } from '#server/reputation/formula/decay.ts'
import { scoreAt } from '#server/reputation/formula/score.ts'
import { naiveScore } from '#tests/support/naiveScore.ts'
import { credential, formula, startOfWeek } from '#tests/support/reputationCases.ts'
import { account, tight, WEEK } from './credentialArbitrary.ts'

const { data } = tight
const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n)
const sumBy = (lines: readonly Contribution[], key: (line: Contribution) => unknown, value: (line: Contribution) => bigint) => {
  const sums = new Map<unknown, bigint>()
  for (const line of lines) sums.set(key(line), (sums.get(key(line)) ?? 0n) + value(line))
  return [...sums.values()]
}
const runs = { numRuns: 200 }

describe('the score', () => {
  it('meets every cap and reason in these accounts', () => {
    const met = new Set<string | null>()
    for (const credentials of fc.sample(account, { numRuns: 100, seed: 8 })) {
      for (const { caps, reason } of scoreAt(tight, credentials, WEEK).contributions) for (const name of [...caps, reason]) met.add(name)
    }
    expect(met).toEqual(new Set([...capNames, ...reasons, null]))
  })

  it('is what the definition says', () => {
    fc.assert(
      fc.property(account, (credentials) => {
        const [answer, naive] = [scoreAt(tight, credentials, WEEK), naiveScore(tight, credentials, WEEK)]
        expect(answer).toMatchObject({ score: naive.score, mass: naive.mass, count: naive.count })
        expect(answer.byCategory.map(({ score }) => score)).toEqual(naive.byCategory)
        const shares = answer.contributions.map(({ credentialId, contribution }) => [credentialId, contribution])
        expect(shares).toEqual(answer.contributions.map(({ credentialId: id }) => [id, naive.contributions.get(id) ?? 0n]))
      }),
      runs,
    )
  })

  it('is the exact sum of its lines, and of its categories', () => {
    fc.assert(
      fc.property(account, (credentials) => {
        const { score, byCategory, contributions, count } = scoreAt(tight, credentials, WEEK)
        expect(sum(contributions.map(({ contribution }) => contribution))).toBe(score)
        expect(contributions).toHaveLength(credentials.length)
        for (const [i, category] of byCategory.entries()) {
          const lines = contributions.filter((line) => line.category === i && line.reason === null)
          expect([sum(lines.map(({ contribution }) => contribution)), lines.length]).toEqual([category.score, category.count])
        }
        expect(sum(byCategory.map((category) => category.score))).toBe(score)
        expect(count).toBe(contributions.filter(({ reason }) => reason === null).length)
      }),
      runs,
    )
  })

  it('has no line below 0, nor a point away from its exact value; a line with a reason is 0', () => {
    const scale = BigInt(data.weights.scale)
    fc.assert(
      fc.property(account, (credentials) => {
        const bad = scoreAt(tight, credentials, WEEK).contributions.filter(({ contribution, decayed, capped, reason }) => {
          // `decayed` is rounded down in hundredths, so the exact value lies in [decayed, decayed + 1) hundredths.
          const isNear = contribution >= decayed / scale && contribution * scale < decayed + 1n + scale
          return !isNear || (contribution > 0n && (reason !== null || capped === 0n))
        })
        expect(bad).toEqual([])
      }),
      runs,
    )
  })

  it('keeps the caps, on points before decay', () => {
    fc.assert(
      fc.property(account, (credentials) => {
        const of = new Map(credentials.map((one) => [one.id, one]))
        const { contributions } = scoreAt(tight, credentials, WEEK)
        const project = ({ credentialId }: Contribution) => of.get(credentialId)?.project
        const family = (line: Contribution) => `${project(line)} ${of.get(line.credentialId)?.family}`
        const most = (sums: bigint[], cap: number) => expect(sums.filter((total) => total > BigInt(cap))).toEqual([])
        most(
          sumBy(contributions, project, (line) => line.allowed),
          data.caps.project,
        )
        most(
          sumBy(contributions, family, (line) => line.allowed),
          data.caps.family,
        )
        most(
          sumBy(
            contributions,
            (line) => line.category,
            (line) => line.capped,
          ),
          data.caps.category * data.weights.scale,
        )
        const bad = contributions.filter(({ allowed, points, capped, weight, decayed, caps, reason }) => {
          const isCut = reason === null && capped < points * weight
          return allowed > points || capped > allowed * weight || decayed > capped || caps.length > 0 !== isCut
        })
        expect(bad).toEqual([])
      }),
      runs,
    )
  })

  it('does not depend on the order of credentials', () => {
    fc.assert(
      fc.property(
        account.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([credentials, shuffled]) => {
          expect(scoreAt(tight, shuffled, WEEK)).toEqual(scoreAt(tight, credentials, WEEK))
        },
      ),
      runs,
    )
  })
})

describe('decay at read', () => {
  it('by one multiplication is the formula computed anew, through exactThrough and not beyond', () => {
    fc.assert(
      fc.property(account, fc.nat(700), (credentials, later) => {
        const answer = scoreAt(tight, credentials, WEEK)
        const week = Math.min(Math.max(WEEK, answer.exactThrough), WEEK + later)
        const anew = scoreAt(tight, credentials, week)
        if (week <= answer.exactThrough) expect([anew.mass, anew.score]).toEqual([answer.mass, readScore(data, answer.mass, week)])
        expect(anew.exactThrough >= answer.exactThrough).toBe(true)
        const next = answer.exactThrough + 1
        if (next < data.weeks.count) {
          const reasons = (at: number) => scoreAt(tight, credentials, at).contributions.map(({ reason }) => reason)
          expect(reasons(next)).not.toEqual(reasons(answer.exactThrough))
        }
      }),
      runs,
    )
  })

  it('never rises, and halves exactly in a half-life', () => {
    fc.assert(
      fc.property(account, fc.integer({ min: WEEK, max: 1022 }), (credentials, week) => {
        const { mass } = scoreAt(tight, credentials, WEEK)
        expect(readScore(data, mass, week + 1) <= readScore(data, mass, week)).toBe(true)
        const [now, then] = [readTerms(data, week - WEEK), readTerms(data, week - WEEK + 32)]
        expect(then).toEqual({ factor: now.factor, divisor: 2n * now.divisor })
      }),
      runs,
    )
  })

  it('gives a credential of this week exactly its points, in every week', () => {
    fc.assert(
      fc.property(fc.nat(1023), fc.bigInt({ min: 0n, max: 500n }), (week, points) => {
        expect(scoreAt(formula, [credential(1, week, { points })], week).score).toBe(points)
      }),
      runs,
    )
  })

  it('stays below 2^85 and 2^116 for the fullest account of the last week', () => {
    const full = Array.from({ length: 60 }, (_, i) => credential(i, 1023, { points: 500n, category: i % 6 }))
    const { score, mass } = scoreAt(formula, full, 1023)
    expect(score).toBe(30_000n)
    expect(mass < 2n ** 85n && mass * readTerms(formula.data, 1023).factor < 2n ** 116n).toBe(true)
  })
})

describe('bad input', () => {
  const bad: [string, Partial<ScoredCredential>, string][] = [
    ['points above 32 bits', { points: 2n ** 32n }, 'points'],
    ['points below 0', { points: -1n }, 'points'],
    ['a time before week 0', { issuedAt: startOfWeek(0) - 1 }, 'issuedAt'],
    ['a time after the last week', { issuedAt: startOfWeek(1024) }, 'issuedAt'],
    ['a time that is no integer', { issuedAt: startOfWeek(5) + 0.5 }, 'issuedAt'],
    ['an expiry that is no integer', { expiresAt: Number.NaN }, 'expiresAt'],
    ['a category below 0', { category: -1 }, 'category'],
    ['a quest that is no integer', { quest: 0.5 }, 'quest'],
    ['a quest that the slot cannot have', { quest: 3 ** 13 }, 'quest'],
    ['a family that the slot cannot have', { family: 3 ** 13 }, 'family'],
    ['an id that is no integer', { id: Number.POSITIVE_INFINITY }, 'id'],
  ]
  it.each(bad)('%s is refused and named', (_, change, field) => {
    const refusal = { code: 'input.invalid', meta: { field } }
    expect(() => scoreAt(formula, [{ ...credential(1, 5), ...change }], WEEK)).toThrow(expect.objectContaining({ code: refusal.code }))
    try {
      scoreAt(formula, [{ ...credential(1, 5), ...change }], WEEK)
    } catch (error) {
      expect(error).toMatchObject(refusal)
    }
  })

  it('a week outside of the formula, and one credential twice', () => {
    for (const week of [-1, 1024, 1.5, Number.NaN]) expect(() => scoreAt(formula, [], week)).toThrow('does not answer for this week')
    expect(() => scoreAt(formula, [credential(1, 5), credential(1, 6)], WEEK)).toThrow('given twice')
  })
})
