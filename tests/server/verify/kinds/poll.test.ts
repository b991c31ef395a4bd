import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindOf } from '#server/verify/kinds/index.ts'
import { type Case, expectEveryByteCounts, expectNeverWrong, expectVerdict, refusedAt } from './properties.ts'

const choice = (id: string) => ({ id, text: { en: id, ja: `選択 ${id}` } })
const params = { question: { en: 'Which?', ja: 'どれですか?' }, choices: ['a', 'b', 'c'].map(choice) }
const poll = (more: object = {}) => ({ kind: 'poll', params: { ...params, ...more } })
const voted = (...ids: string[]) => ({
  records: [{ answers: Object.fromEntries(ids.map((id) => [id, 'chosen'])), submittedAt: '2027-01-15T08:00:00Z', attempt: 1 }],
})

const cases: Case[] = [
  ['a vote', poll(), voted('b'), 'pass', 'You voted'],
  ['as many as allowed', poll({ most: 2 }), voted('a', 'c'), 'pass'],
  ['as few as wanted', poll({ least: 2 }), voted('a', 'c'), 'pass'],
  ['none', poll(), {}, 'fail'],
  ['an empty vote', poll(), voted(), 'fail'],
  ['one too many', poll(), voted('a', 'b'), 'fail'],
  ['one too few', poll({ least: 2, most: 3 }), voted('a'), 'fail'],
  ['no choice of this poll', poll(), voted('d'), 'fail'],
  ['a choice and a stranger', poll({ most: 2 }), voted('a', 'constructor'), 'fail'],
]

describe('poll', () => {
  it.each(cases)('%s', (_name, leaf, given, status, seen) => expectVerdict(leaf, given, status, seen))

  it('never passes on what is no vote', () => {
    const word = fc.string().filter((text) => !['a', 'b', 'c'].includes(text))
    expectNeverWrong(poll(), fc.record({ answers: fc.dictionary(word, fc.string()), submittedAt: fc.string(), attempt: fc.integer() }))
  })

  it('binds every byte', () => expectEveryByteCounts(poll(), voted('b')))

  it.each([
    [poll({ most: 4 }), 'params.most'],
    [poll({ least: 3, most: 2 }), 'params.least'],
    [poll({ choices: [choice('a'), choice('a')] }), 'params.choices'],
    [poll({ choices: [choice('a')] }), 'params.choices'],
    [poll({ answer: 'a' }), 'params.answer'],
  ])('refuses %#', (leaf, field) => expect(refusedAt(leaf)).toBe(field))

  it('warns where nothing is left to choose', () => {
    const { lint } = kindOf('poll')
    expect(lint({ ...params, least: 3 }).map(({ code }) => code)).toEqual(['no-choice'])
    expect(lint(params)).toEqual([])
  })
})
