import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kinds } from '#server/verify/kinds/index.ts'
import { correctAnswers, publicQuiz } from '#server/verify/kinds/quiz.ts'
import { parseRule } from '#server/verify/rule.ts'
import { judgeEvidence } from '#server/verify/run.ts'
import { call, chain, contract, type Given, judgeLeaf, me, other, second } from './cases.ts'

type Case = [string, object, Given, string, string?]

const mint = 'function mint(address to, uint256 amount) payable'
const eth = 10n ** 18n
const transaction = (params: object = {}, around: object = {}) => ({
  kind: 'evm.transaction',
  chain,
  params: { to: [contract], function: mint, ...params },
  ...around,
})
const minted = (block: number, amount = 5n, more: object = {}) => call(block, mint, [me, amount], more)

const transactionCases: Case[] = [
  ['the call', transaction(), { records: [minted(90)] }, 'pass', 'made a “mint”'],
  ['by selector', transaction({ function: undefined, selector: '0x40C10F19' }), { records: [minted(90)] }, 'pass'],
  ['any call', transaction({ function: undefined }), { records: [minted(90, 5n, { input: '0x' })] }, 'pass'],
  [
    'with arguments',
    transaction({
      where: [
        { arg: 'amount', op: 'gte', value: '5' },
        { arg: 'to', op: 'eq', value: '$account' },
      ],
    }),
    { records: [minted(90)] },
    'pass',
  ],
  [
    'with value',
    transaction({ value: { op: 'gte', value: String(eth) } }),
    { records: [minted(90, 5n, { value: String(eth) })] },
    'pass',
    'made a “mint” of 1 ETH',
  ],
  ['twice, from two wallets', transaction({ count: 2 }), { records: [minted(90), minted(91, 5n, { from: second })] }, 'pass'],
  ['a failed one where any status counts', transaction({ status: 'any' }), { records: [minted(90, 5n, { success: false })] }, 'pass'],
  [
    'another function',
    transaction(),
    { records: [call(90, 'function burn(uint256 amount)', [5n])] },
    'fail',
    'called another function of this contract',
  ],
  [
    'arguments cut short',
    transaction(),
    { records: [minted(90, 5n, { input: minted(90).input.slice(0, 60) })] },
    'fail',
    'called another function of this contract',
  ],
  ['another contract', transaction(), { records: [minted(90, 5n, { to: other })] }, 'fail'],
  ['someone else', transaction(), { records: [minted(90, 5n, { from: other })] }, 'fail'],
  ['a failed one', transaction(), { records: [minted(90, 5n, { success: false })] }, 'fail', 'this transaction failed'],
  [
    'too little value',
    transaction({ value: { op: 'gte', value: String(eth) } }),
    { records: [minted(90, 5n, { value: String(eth - 1n) })] },
    'fail',
    'made a “mint” of 0.999999 ETH, 1 needed',
  ],
  [
    'a wrong argument',
    transaction({ where: [{ arg: 'amount', op: 'gte', value: '6' }] }),
    { records: [minted(90)] },
    'fail',
    'made a “mint”, but amount was 5; needed: amount ≥ 6',
  ],
  ['before the window', transaction({}, { window: { from: '2027-01-15T08:02:00Z' } }), { records: [minted(90)] }, 'fail'],
  ['not final', transaction(), { records: [minted(101)] }, 'pending'],
  ['unreachable', transaction(), { problem: { reason: 'unreachable', retryable: true, detail: '' } }, 'error'],
]

const question = (id: string, answer: string) => ({
  id,
  text: { en: id, ja: id },
  choices: ['a', 'b', 'c'].map((choice) => ({ id: choice, text: { en: choice, ja: choice } })),
  answer,
})
const quizParams = { questions: [question('q1', 'a'), question('q2', 'b'), question('q3', 'c')], salt: 'the-salt-that-stays-here' }
const quiz = (params: object = {}) => ({ kind: 'quiz', params: { ...quizParams, ...params } })
const answered = (answers: Record<string, string>) => ({ records: [{ answers, submittedAt: '2027-01-15T08:00:00Z', attempt: 1 }] })

const quizCases: Case[] = [
  ['all right', quiz(), answered({ q1: 'a', q2: 'b', q3: 'c' }), 'pass', '3 of 3 answers right, 3 needed'],
  ['enough right', quiz({ correct: 2 }), answered({ q1: 'a', q2: 'b', q3: 'a' }), 'pass', '2 of 3 answers right, 2 needed'],
  ['one wrong', quiz(), answered({ q1: 'a', q2: 'b', q3: 'a' }), 'fail', '2 of 3 answers right, 3 needed'],
  ['unanswered', quiz(), {}, 'fail'],
  ['answers to other questions', quiz(), answered({ x: 'a', constructor: 'a' }), 'fail', '0 of 3 answers right, 3 needed'],
]

describe.each([
  ['evm.transaction', transactionCases],
  ['quiz', quizCases],
] as const)('%s', (_kind, cases) => {
  it.each(cases as Case[])('%s', (_name, rule, given, status, seen) => {
    const { verdict } = judgeLeaf(rule, given)
    expect(verdict.status).toBe(status)
    if (seen !== undefined) expect(verdict.trace.seen[0]?.text.en).toBe(seen)
    for (const { text } of verdict.trace.seen) expect(text.ja).not.toBe('')
    if (verdict.status !== 'pass')
      expect(verdict.trace.seen.length > 0 || verdict.trace.next !== undefined || given.records !== undefined).toBe(true)
  })
})

describe('quiz', () => {
  it('shows a browser neither answers nor salt', () => {
    const shown = JSON.stringify(publicQuiz(quizParams))
    expect(shown).not.toContain('answer')
    expect(shown).not.toContain('salt')
    expect(publicQuiz(quizParams).questions.map(({ id }) => id)).toEqual(['q1', 'q2', 'q3'])
    expect(correctAnswers(quizParams, { q1: 'a' })).toBe(1)
  })
})

describe('every kind', () => {
  it('is registered under its own name', () => {
    for (const [id, kind] of Object.entries(kinds)) expect(kind.id).toBe(id)
  })

  it('never throws, whatever is found', () => {
    const rules = [transaction({ where: [{ arg: 'amount', op: 'gte', value: '6' }], value: { op: 'gte', value: '1' } }), quiz()].map(
      parseRule,
    )
    const text = fc.oneof(fc.string(), fc.constantFrom('90', '-1', '1e9', me, contract, '0x'))
    const inBlock = { blockNumber: fc.nat(200).map(String), blockHash: text, blockTime: fc.integer(), txHash: text }
    const record = fc.oneof(
      fc.record({ ...inBlock, from: text, to: text, input: text, value: text, success: fc.boolean() }),
      fc.record({ answers: fc.dictionary(text, text), submittedAt: text, attempt: fc.integer() }),
    )
    const shapes = [0, 1]
    fc.assert(
      fc.property(fc.constantFrom(...shapes), fc.array(record, { maxLength: 4 }), (index, records) => {
        const rule = rules[index]
        if (!rule || !('kind' in rule)) return
        const field = ['input', 'answers'][index] ?? ''
        const fitting = records.filter((one) => Object.hasOwn(one, field))
        expect(['pass', 'fail', 'pending', 'error']).toContain(judgeLeaf(rule, { records: fitting }).verdict.status)
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same bundle for the same evidence and another digest for other evidence', () => {
    const one = judgeLeaf(transaction(), { records: [minted(90)] })
    expect(judgeLeaf(transaction(), { records: [minted(90)] }).digest).toBe(one.digest)
    expect(judgeLeaf(transaction(), { records: [minted(91)] }).digest).not.toBe(one.digest)
    const replayed = judgeEvidence(parseRule(transaction()), { context: one.bundle.context }, one.bundle.leaves)
    expect(replayed).toEqual(one)
  })
})
