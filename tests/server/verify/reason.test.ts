import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chainsSeen, codeOf, explain, reasonOf } from '#server/verify/reason.ts'
import { reasonCodes, type Status, type Text, type Trace } from '#server/verify/verdict.ts'

const both = (text: string): Text => ({ en: text, ja: `${text}。` })
const leaf = (status: Status, parts: Partial<Trace> & { text?: string; chain?: string } = {}): Trace => {
  const { text, chain, ...rest } = parts
  return { status, wanted: both('a swap'), seen: text ? [{ text: both(text), ...(chain ? { chain } : {}) }] : [], ...rest }
}
const node = (status: Status, ...children: Trace[]): Trace => ({ status, wanted: both('All of:'), seen: [], children })

describe('the code of a reason', () => {
  it.each([
    ['tx 0x12ab…34cd swapped 9.70 USDC, 10 needed', 'tx-x-swapped-x-usdc-x-needed'],
    ['12 of 32 confirmations', 'x-of-x-confirmations'],
    ['3 of 32 confirmations', 'x-of-x-confirmations'],
    ['“=HYPERLINK(1)” answered "no"', 'x-answered-x'],
    ['The RPC of Base is down: we retry, nothing is lost.', 'the-rpc-of-base-is-down-we-retry-nothing-is-lost'],
    ['9xQeWvG8 sent 1 2 3', 'x-sent-x'],
    ['証明がありません', 'other'],
    ['', 'other'],
  ])('%j is %s', (sentence, code) => expect(codeOf(sentence)).toBe(code))

  it('is short, and letters and dashes only, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (text) => {
        expect(codeOf(text)).toMatch(/^[a-z](?:[a-z-]{0,94}[a-z])?$/)
      }),
    )
  })

  it('does not tell amounts and addresses apart', () => {
    const address = fc.stringMatching(/^0x[0-9a-f]{40}$/)
    fc.assert(
      fc.property(fc.nat(), fc.nat(), address, address, (a, b, one, other) => {
        expect(codeOf(`${one} holds ${a}, not more`)).toBe(codeOf(`${other} holds ${b}, not more`))
      }),
    )
  })
})

describe('why a verdict is no pass', () => {
  it('is what was seen of a failure, and what is waited for of the rest', () => {
    const parts = { text: 'it sold', next: both('buy instead') }
    expect(explain(leaf('fail', parts)).en).toBe('it sold')
    expect(explain(leaf('pending', parts)).en).toBe('buy instead')
    expect(explain(leaf('error', parts)).en).toBe('buy instead')
    expect(explain(leaf('fail')).en).toBe('a swap')
  })

  it('is that of the part that decides', () => {
    const trace = node(
      'fail',
      leaf('pass', { text: 'done' }),
      node('fail', leaf('pending', { text: 'wait' }), leaf('fail', { text: 'too late' })),
    )
    expect(reasonOf(trace)).toBe('too-late')
    expect(reasonOf(node('fail', leaf('pass', { text: 'it holds some' })))).toBe('it-holds-some')
    expect(reasonOf(node('pass', leaf('pass')))).toBeNull()
  })
})

describe('the code that a judge gave', () => {
  it('goes before words, and comes from the part that decides', () => {
    const wrong = leaf('fail', { text: '1 of 3 answers right', code: 'quiz.wrong' })
    expect(reasonOf(wrong)).toBe('quiz.wrong')
    expect(reasonOf(node('fail', leaf('pending', { code: 'chain.not-final' }), node('fail', wrong)))).toBe('quiz.wrong')
    expect(reasonOf(node('fail', leaf('pass'), leaf('fail', { text: 'sold instead' })))).toBe('sold-instead')
    expect(reasonOf({ ...wrong, status: 'pass' })).toBeNull()
  })

  it('has a dot, which no code of words has, and stays the same when the words change', () => {
    expect(reasonCodes.length).toBe(new Set(reasonCodes).size)
    expect(reasonCodes.filter((code) => !/^[a-z]+\.[a-z]+(?:-[a-z]+)*$/.test(code))).toEqual([])
    // Kept with verdicts and told to projects: a code that is gone or renamed is another one to whoever counts them.
    expect(reasonCodes).toMatchSnapshot()
  })
})

describe('the chains of a pass', () => {
  it('are those that its passing parts were seen on', () => {
    const base = leaf('pass', { text: 'swapped', chain: 'eip155:8453' })
    const solana = leaf('fail', { text: 'nothing', chain: 'solana:mainnet' })
    expect(chainsSeen(node('pass', base, solana, base, leaf('pass', { text: 'held', chain: 'eip155:10' })))).toEqual([
      'eip155:10',
      'eip155:8453',
    ])
    expect(chainsSeen(node('fail', base, solana))).toEqual([])
    expect(chainsSeen(leaf('pass'))).toEqual([])
  })
})
