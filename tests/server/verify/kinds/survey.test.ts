import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindOf } from '#server/verify/kinds/index.ts'
import { surveyProblem } from '#server/verify/kinds/survey.ts'
import { type Case, expectEveryByteCounts, expectNeverWrong, expectVerdict, refusedAt } from './properties.ts'

const text = { en: 'Why?', ja: 'なぜですか?' }
const why = { id: 'why', type: 'text' as const, text, minLength: 5, maxLength: 20 }
const years = { id: 'years', type: 'number' as const, text, min: 0, max: 20 }
const which = {
  id: 'which',
  type: 'choice' as const,
  text,
  optional: true,
  choices: [
    { id: 'a', text },
    { id: 'b', text },
  ],
}
const survey = (questions: object[] = [why, years, which]) => ({ kind: 'survey', params: { questions } })
const answered = (answers: Record<string, string>) => ({ records: [{ answers, submittedAt: '2027-01-15T08:00:00Z', attempt: 1 }] })
const good = { why: 'to learn', years: '3' }

const cases: Case[] = [
  ['every answer that must be', survey(), answered(good), 'pass', '3 questions answered'],
  ['the optional one, too', survey(), answered({ ...good, which: 'b' }), 'pass'],
  ['exactly long enough', survey(), answered({ ...good, why: '学ぶためだ' }), 'pass'],
  ['a fraction', survey(), answered({ ...good, years: '2.5' }), 'pass'],
  ['the bound', survey(), answered({ ...good, years: '20' }), 'pass'],
  ['nothing', survey(), {}, 'fail'],
  ['one letter short', survey(), answered({ ...good, why: 'abcd' }), 'fail'],
  ['spaces are no letters', survey(), answered({ ...good, why: '  a      ' }), 'fail'],
  ['too long', survey(), answered({ ...good, why: 'a'.repeat(21) }), 'fail'],
  ['no number', survey(), answered({ ...good, years: '1e3' }), 'fail'],
  ['above the bound', survey(), answered({ ...good, years: '20.01' }), 'fail'],
  ['another choice', survey(), answered({ ...good, which: 'c' }), 'fail'],
  ['one missing', survey(), answered({ why: 'to learn' }), 'fail'],
  ['a question of another survey', survey(), answered({ ...good, more: 'x' }), 'fail'],
]

describe('survey', () => {
  it.each(cases)('%s', (_name, leaf, given, status, seen) => expectVerdict(leaf, given, status, seen))

  it('never passes without an answer to each question', () => {
    const answers = fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('why', 'which')), fc.string())
    expectNeverWrong(survey(), fc.record({ answers, submittedAt: fc.string(), attempt: fc.integer() }))
  })

  it('binds every byte', () => expectEveryByteCounts(survey(), answered(good)))

  it('names the question and what it expects', () => {
    const questions = [why, years, which]
    expect(surveyProblem({ questions }, { ...good, years: 'x' })).toEqual({ question: 'years', expected: 'a number from 0 to 20' })
    expect(surveyProblem({ questions }, { ...good, why: 'x' })).toEqual({ question: 'why', expected: '5 to 20 characters' })
    expect(surveyProblem({ questions }, {})).toEqual({ question: 'why', expected: 'an answer' })
  })

  it.each([
    [survey([{ ...why, minLength: 30 }]), 'params.questions.0.minLength'],
    [survey([{ ...years, min: 21 }]), 'params.questions.0.min'],
    [survey([why, why]), 'params.questions'],
    [survey([{ ...which, choices: [which.choices[0], which.choices[0]] }]), 'params.questions.0.choices'],
    [survey([]), 'params.questions'],
  ])('refuses %#', (leaf, field) => expect(refusedAt(leaf)).toBe(field))

  it('warns where one letter is enough', () => {
    const { minLength: _, ...short } = why
    expect(
      kindOf('survey')
        .lint({ questions: [short, years] })
        .map(({ code, path }) => [code, path.join('.')]),
    ).toEqual([['no-minimum', 'questions.0.minLength']])
  })
})
