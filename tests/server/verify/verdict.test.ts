import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRule, type Rule } from '#server/verify/rule.ts'
import { judgeEvidence } from '#server/verify/run.ts'
import { type Status, statusOfAll, statusOfAny, statusOfAtLeast, statusOfNot } from '#server/verify/verdict.ts'

const status = fc.constantFrom<Status>('pass', 'fail', 'pending', 'error')
const statuses = fc.array(status, { minLength: 1, maxLength: 8 })
const open = (one: Status) => one === 'pending' || one === 'error'
/** What a child that is still open could turn out to be. */
const worlds = (children: readonly Status[]): Status[][] =>
  children.reduce<Status[][]>(
    (all, one) => all.flatMap((world) => (open(one) ? (['pass', 'fail'] as const) : [one]).map((end) => [...world, end])),
    [[]],
  )

describe('combinators', () => {
  const table: [string, Status, Status][] = [
    ['all of pass, pass', statusOfAll(['pass', 'pass']), 'pass'],
    ['all of pass, pending', statusOfAll(['pass', 'pending']), 'pending'],
    ['all of pending, error', statusOfAll(['pending', 'error']), 'error'],
    ['all of error, fail', statusOfAll(['error', 'fail']), 'fail'],
    ['any of fail, pass', statusOfAny(['fail', 'pass']), 'pass'],
    ['any of error, pending', statusOfAny(['error', 'pending']), 'pending'],
    ['any of fail, error', statusOfAny(['fail', 'error']), 'error'],
    ['2 of pass, pass, error', statusOfAtLeast(2, ['pass', 'pass', 'error']), 'pass'],
    ['2 of pass, pending, fail', statusOfAtLeast(2, ['pass', 'pending', 'fail']), 'pending'],
    ['2 of pass, error, fail', statusOfAtLeast(2, ['pass', 'error', 'fail']), 'error'],
    ['2 of pass, fail, fail', statusOfAtLeast(2, ['pass', 'fail', 'fail']), 'fail'],
    ['not pass', statusOfNot('pass'), 'fail'],
    ['not fail', statusOfNot('fail'), 'pass'],
    ['not pending', statusOfNot('pending'), 'pending'],
    ['not error', statusOfNot('error'), 'error'],
  ]
  it.each(table)('%s', (_name, got, wanted) => expect(got).toBe(wanted))

  it('say pass or fail exactly when every way the open children can end says so', () => {
    fc.assert(
      fc.property(statuses, fc.integer({ min: 1, max: 8 }), (children, wanted) => {
        const n = Math.min(wanted, children.length)
        const combinators = [statusOfAll, statusOfAny, (list: readonly Status[]) => statusOfAtLeast(n, list)]
        for (const combine of combinators) {
          const ends = new Set(worlds(children).map(combine))
          const sure = ends.size === 1 ? [...ends][0] : undefined
          const got = combine(children)
          if (sure) expect(got).toBe(sure)
          else expect(open(got)).toBe(true)
        }
      }),
    )
  })

  it('nest: a trace mirrors the rule, with each leaf judged by its own evidence', () => {
    const question = {
      id: 'q',
      text: { en: 'Q', ja: '問' },
      choices: [
        { id: 'a', text: { en: 'A', ja: 'ア' } },
        { id: 'b', text: { en: 'B', ja: 'イ' } },
      ],
    }
    const quiz = (answer: string) => ({ kind: 'quiz', params: { questions: [{ ...question, answer }] } })
    const rule: Rule = parseRule({ all: [quiz('a'), { not: quiz('b') }, { atLeast: { n: 1, of: [quiz('b'), quiz('a')] } }] })
    const answers = {
      query: { type: 'submission' as const },
      records: [{ answers: { q: 'a' }, submittedAt: '2026-01-01T00:00:00Z', attempt: 1 }],
      complete: true,
      providers: [],
    }
    const evidence = ['all.0', 'all.1.not', 'all.2.atLeast.0', 'all.2.atLeast.1'].map((path) => ({ path, items: [answers] }))
    const context = { accountId: 'a', wallets: [], questStart: '2026-01-01T00:00:00Z', joinedAt: '2026-01-01T00:00:00Z', version: 1 }
    const { verdict, bundle } = judgeEvidence(rule, { context }, evidence)
    expect(verdict.status).toBe('pass')
    expect(verdict.trace.children?.map(({ status: one }) => one)).toEqual(['pass', 'pass', 'pass'])
    expect(verdict.trace.children?.[2]?.children?.map(({ status: one }) => one)).toEqual(['fail', 'pass'])
    expect(JSON.stringify(bundle)).not.toContain('"answer"')
  })
})
