import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kinds } from '#server/verify/kinds/index.ts'
import type { ReputationRecord } from '#server/verify/query.ts'
import { parseRule } from '#server/verify/rule.ts'
import { chain } from './cases.ts'
import { mutated } from './mutation.ts'
import { type Answer, judgeInRounds } from './rounds.ts'

const leaf = (params: object) => ({ kind: 'reputation', params })
const record = (score: string, count = 0): ReputationRecord => ({ score, count, formulaHash: '0xf0', week: 12 })

const cases: [string, object, Answer, string, string?][] = [
  ['exactly the score', leaf({ score: '100' }), { records: [record('100')] }, 'pass', 'score 100'],
  ['a score beyond 64 bits', leaf({ score: '36893488147419103232' }), { records: [record('36893488147419103232')] }, 'pass'],
  ['enough CUBEs', leaf({ category: 'defi', count: 3 }), { records: [record('0', 3)] }, 'pass', '3 CUBEs'],
  ['both', leaf({ score: '10', count: 1 }), { records: [record('10', 1)] }, 'pass', 'score 10, 1 CUBE'],
  ['one below the score', leaf({ score: '100' }), { records: [record('99')] }, 'fail', 'score 99'],
  ['one CUBE short', leaf({ count: 3 }), { records: [record('500', 2)] }, 'fail'],
  ['the score without the CUBEs', leaf({ score: '10', count: 1 }), { records: [record('10')] }, 'fail'],
  ['a score that is no number', leaf({ score: '1' }), { records: [record('1e9')] }, 'fail'],
  ['a negative score', leaf({ score: '0' }), { records: [record('-5')] }, 'pass'],
  ['nothing known', leaf({ score: '0' }), { records: [] }, 'fail'],
  ['what cannot be read', leaf({ score: '1' }), { records: [], problem: { reason: 'unreachable', retryable: true, detail: '' } }, 'error'],
  ['what is still being counted', leaf({ score: '1' }), { records: [], complete: false }, 'pending'],
]

describe('reputation', () => {
  it.each(cases)('%s', (_name, rule, answer, status, text) => {
    const judged = judgeInRounds(rule, () => answer)
    expect(judged.status).toBe(status)
    if (text) expect(judged.trace.seen[0]?.text.en).toBe(text)
  })

  it('takes no answer to another question', () => {
    const other = judgeInRounds(leaf({ category: 'defi', count: 1 }), () => ({ records: [record('0', 1)] }))
    expect(other.asked).toEqual([[{ type: 'reputation', category: 'defi' }]])
    expect(other.status).toBe('pass')
  })

  it('says what is wanted, and warns of a score that everyone has', () => {
    const { trace } = judgeInRounds(leaf({ score: '10', category: 'defi', count: 2 }), () => ({ records: [record('1')] }))
    expect(trace.wanted).toEqual({
      en: 'Have a score of at least 10 of the category “defi” and at least 2 CUBEs of the category “defi”',
      ja: 'カテゴリー「defi」のスコア 10 以上とカテゴリー「defi」の CUBE 2 個以上を獲得している',
    })
    expect(trace.next?.en).toContain('Needed: a score of at least 10')
    expect(kinds.reputation.lint({ score: '0' }).map(({ code }) => code)).toEqual(['no-minimum'])
    expect(() => parseRule({ kind: 'reputation', ...kinds.reputation.form.example })).not.toThrow()
  })

  it.each([[{}], [{ category: 'defi' }], [{ score: '-1' }], [{ score: 5 }], [{ count: 0 }]])('refuses %j', (params) => {
    expect(() => parseRule(leaf(params))).toThrow()
    expect(() => parseRule({ ...leaf({ score: '1' }), chain })).toThrow(/chain/)
  })

  it('passes only at or above the line, and binds every byte', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.bigInt({ min: 0n, max: 10n ** 30n }), (need, have) => {
        const rule = leaf({ score: String(need) })
        expect(judgeInRounds(rule, () => ({ records: [record(String(have))] })).status).toBe(have >= need ? 'pass' : 'fail')
      }),
    )
    const { digest } = judgeInRounds(leaf({ score: '1' }), () => ({ records: [record('5')] }))
    fc.assert(
      fc.property(mutated(record('5')), (changed) => {
        expect(judgeInRounds(leaf({ score: '1' }), () => ({ records: [changed] })).digest).not.toBe(digest)
      }),
    )
  }, 30_000)
})
