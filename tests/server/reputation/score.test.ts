import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Contribution } from '#server/reputation/formula/contributions.ts'
import type { ScoredCredential } from '#server/reputation/formula/credential.ts'
import { readScore, readTerms } from '#server/reputation/formula/decay.ts'
import { scoreAt } from '#server/reputation/formula/score.ts'
import { naiveScore } from '#tests/support/naiveScore.ts'
import { credential, formula, issuers, startOfWeek } from '#tests/support/reputationCases.ts'
import { account, WEEK } from './credentialArbitrary.ts'

const { data } = formula
const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n)
const sumBy = (lines: readonly Contribution[], key: (line: Contribution) => unknown, value: (line: Contribution) => bigint) => {
  const sums = new Map<unknown, bigint>()
  for (const line of lines) sums.set(key(line), (sums.get(key(line)) ?? 0n) + value(line))
  return [...sums.values()]
}
const runs = { numRuns: 300 }

describe('the score', () => {
  it('is what the definition says', () => {
    fc.assert(
      fc.property(account, (credentials) => {
        const [answer, naive] = [scoreAt(formula, credentials, WEEK), naiveScore(formula, credentials, WEEK)]
        expect(answer).toMatchObject({ score: naive.score, mass: naive.mass, count: naive.count })
        expect(answer.byCategory.map(({ score }) => score)).toEqual(naive.byCategory)
        for (const line of answer.contributions) expect(line.contribution).toBe(naive.contributions.get(line.credentialId) ?? 0n)
      }),
      runs,
    )
  })

  it('is the exact sum of its lines, and of its categories', () => {
    fc.assert(
      fc.property(account, (credentials) => {
        const { score, byCategory, contributions, count } = scoreAt(formula, credentials, WEEK)
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
        for (const line of scoreAt(formula, credentials, WEEK).contributions) {
          // `decayed` is rounded down in hundredths, so the exact value lies in [decayed, decayed + 1) hundredths.
          expect(line.contribution >= line.decayed / scale).toBe(true)
          expect(line.contribution * scale < line.decayed + 1n + scale).toBe(true)
          if (line.reason !== null || line.capped === 0n) expect(line.contribution).toBe(0n)
        }
      }),
      runs,
    )
  })

  it('keeps the caps, on points before decay', () => {
    fc.assert(
      fc.property(account, (credentials) => {
        const of = new Map(credentials.map((one) => [one.id, one]))
        const { contributions } = scoreAt(formula, credentials, WEEK)
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
        for (const line of contributions) {
          expect(line.allowed <= line.points && line.capped <= line.allowed * line.weight && line.decayed <= line.capped).toBe(true)
          expect(line.caps.length > 0).toBe(line.reason === null && line.capped < line.points * line.weight)
        }
      }),
      runs,
    )
  })

  it('does not depend on the order of credentials', () => {
    fc.assert(
      fc.property(
        account.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([credentials, shuffled]) => {
          expect(scoreAt(formula, shuffled, WEEK)).toEqual(scoreAt(formula, credentials, WEEK))
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
        const answer = scoreAt(formula, credentials, WEEK)
        const week = Math.min(Math.max(WEEK, answer.exactThrough), WEEK + later)
        const anew = scoreAt(formula, credentials, week)
        if (week <= answer.exactThrough) expect([anew.mass, anew.score]).toEqual([answer.mass, readScore(data, answer.mass, week)])
        expect(anew.exactThrough >= answer.exactThrough).toBe(true)
        const next = answer.exactThrough + 1
        if (next < data.weeks.count) {
          const reasons = (at: number) => scoreAt(formula, credentials, at).contributions.map(({ reason }) => reason)
          expect(reasons(next)).not.toEqual(reasons(answer.exactThrough))
        }
      }),
      runs,
    )
  })

  it('never rises, and halves exactly in a half-life', () => {
    fc.assert(
      fc.property(account, fc.integer({ min: WEEK, max: 1022 }), (credentials, week) => {
        const { mass } = scoreAt(formula, credentials, WEEK)
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
    expect(mass < 2n ** 85n && mass * readTerms(data, 1023).factor < 2n ** 116n).toBe(true)
  })
})

/** Plain points of a project's (and of each family's) counting credentials are within the caps. */
function isWithinCaps(credentials: readonly ScoredCredential[], project: bigint): boolean {
  const of = new Map(credentials.map((one) => [one.id, one]))
  const { contributions } = scoreAt(formula, credentials, WEEK)
  return contributions.every(
    ({ credentialId, caps }) => of.get(credentialId)?.project !== project || !caps.some((cap) => cap !== 'category'),
  )
}
const live = (one: ScoredCredential): ScoredCredential => ({ ...one, revoked: false, expiresAt: null, category: one.category % 6 })

/** Every project has one category and one issuer. */
const ofOneKind = (one: ScoredCredential): ScoredCredential => {
  return { ...one, category: Number(one.project), issuer: [issuers.full, issuers.half, issuers.more][Number(one.project)] ?? issuers.full }
}

describe('one more credential', () => {
  const grown = account.filter((all) => all.length > 0).chain((all) => fc.tuple(fc.constant(all), fc.nat(all.length - 1)))

  it('never lowers the score while its project is within its caps, and else by its own weighted points at most', () => {
    let [within, beyond] = [0, 0]
    fc.assert(
      fc.property(grown, ([all, at]) => {
        const one = all[at]
        if (!one) return
        const before = scoreAt(
          formula,
          all.filter((other) => other !== one),
          WEEK,
        )
        const after = scoreAt(formula, all, WEEK)
        const most = sum([one.points * BigInt(data.weights.max)]) / BigInt(data.weights.scale)
        expect(before.score - after.score <= most).toBe(true)
        if (isWithinCaps(all, one.project)) {
          within++
          expect(after.mass >= before.mass && after.score >= before.score).toBe(true)
        } else beyond++
      }),
      { numRuns: 1000 },
    )
    expect(Math.min(within, beyond)).toBeGreaterThan(50)
  })

  it('can lower the score beyond the caps, by what it displaces in another category', () => {
    const others = Array.from({ length: 10 }, (_, i) => credential(100 + i, WEEK, { points: 500n, category: 0 }))
    const old = [1, 2, 3, 4].map((i) => credential(i, WEEK - 1, { points: 500n, project: 1n, category: 1 }))
    const newest = credential(50, WEEK, { points: 500n, project: 1n, category: 0 })
    const score = (all: ScoredCredential[]) => scoreAt(formula, all, WEEK).score
    expect(score([...others, ...old])).toBe(6957n)
    expect(score([...others, ...old, newest])).toBe(6467n)
  })

  it('of a project never brings the score below what it is without the project', () => {
    fc.assert(
      fc.property(account, fc.bigInt({ min: 0n, max: 3n }), (all, project) => {
        const without = scoreAt(
          formula,
          all.filter((one) => one.project !== project),
          WEEK,
        )
        expect(scoreAt(formula, all, WEEK).mass >= without.mass).toBe(true)
      }),
      runs,
    )
  })

  it('never lowers the score when every project has one category and one issuer, caps or not', () => {
    const plain = grown.map(([all, at]) => [all.map((one) => ofOneKind(live(one))), at] as const)
    fc.assert(
      fc.property(plain, ([all, at]) => {
        const before = scoreAt(formula, all.toSpliced(at, 1), WEEK)
        expect(scoreAt(formula, all, WEEK).mass >= before.mass).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('more points', () => {
  const raised = fc
    .tuple(
      account.filter((all) => all.length > 0),
      fc.nat(),
      fc.bigInt({ min: 1n, max: 600n }),
    )
    .map(([all, n, more]) => {
      const quest = all[n % all.length]?.quest
      const raise = (one: ScoredCredential) => (one.quest === quest ? { ...one, points: (one.points % 1000n) + more } : one)
      const before = all.map((one) => (one.quest === quest ? { ...one, points: one.points % 1000n } : one))
      return { before, after: all.map(raise), project: all[n % all.length]?.project ?? 0n }
    })

  it('of a quest never lower the score while its project is within its caps', () => {
    fc.assert(
      fc.property(raised, ({ before, after, project }) => {
        fc.pre(isWithinCaps(after, project))
        expect(scoreAt(formula, after, WEEK).mass >= scoreAt(formula, before, WEEK).mass).toBe(true)
      }),
      runs,
    )
  })

  it('nor, caps or not, when its project has one category and one issuer', () => {
    const flat = (all: ScoredCredential[]) => all.map(ofOneKind)
    fc.assert(
      fc.property(raised, ({ before, after }) => {
        expect(scoreAt(formula, flat(after), WEEK).mass >= scoreAt(formula, flat(before), WEEK).mass).toBe(true)
      }),
      runs,
    )
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
