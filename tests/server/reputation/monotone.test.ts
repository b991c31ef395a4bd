import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ScoredCredential } from '#server/reputation/formula/credential.ts'
import { scoreAt } from '#server/reputation/formula/score.ts'
import { credential, formula, issuers } from '#tests/support/reputationCases.ts'
import { account, tight, WEEK } from './credentialArbitrary.ts'

const { weights } = tight.data
const runs = { numRuns: 200 }

/** Plain points of a project's (and of each family's) counting credentials are within the caps. */
function isWithinCaps(credentials: readonly ScoredCredential[], project: bigint): boolean {
  const of = new Map(credentials.map((one) => [one.id, one]))
  const { contributions } = scoreAt(tight, credentials, WEEK)
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
          tight,
          all.filter((other) => other !== one),
          WEEK,
        )
        const after = scoreAt(tight, all, WEEK)
        const most = (one.points * BigInt(weights.max)) / BigInt(weights.scale)
        expect(before.score - after.score <= most).toBe(true)
        if (isWithinCaps(all, one.project)) {
          within++
          expect(after.mass >= before.mass && after.score >= before.score).toBe(true)
        } else beyond++
      }),
      runs,
    )
    expect(Math.min(within, beyond)).toBeGreaterThan(20)
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
          tight,
          all.filter((one) => one.project !== project),
          WEEK,
        )
        expect(scoreAt(tight, all, WEEK).mass >= without.mass).toBe(true)
      }),
      runs,
    )
  })

  it('never lowers the score when every project has one category and one issuer, caps or not', () => {
    const plain = grown.map(([all, at]) => [all.map((one) => ofOneKind(live(one))), at] as const)
    fc.assert(
      fc.property(plain, ([all, at]) => {
        const before = scoreAt(tight, all.toSpliced(at, 1), WEEK)
        expect(scoreAt(tight, all, WEEK).mass >= before.mass).toBe(true)
      }),
      runs,
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
        expect(scoreAt(tight, after, WEEK).mass >= scoreAt(tight, before, WEEK).mass).toBe(true)
      }),
      runs,
    )
  })

  it('nor, caps or not, when its project has one category and one issuer', () => {
    const flat = (all: ScoredCredential[]) => all.map(ofOneKind)
    fc.assert(
      fc.property(raised, ({ before, after }) => {
        expect(scoreAt(tight, flat(after), WEEK).mass >= scoreAt(tight, flat(before), WEEK).mass).toBe(true)
      }),
      runs,
    )
  })
})
