import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shortened, wordDiff } from '#app/_ui/draft/wordDiff.ts'

const marked = (before: string, after: string, locale = 'en') =>
  wordDiff(before, after, locale)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `[+${text}+]` })[kind])
    .join('')

describe('two texts', () => {
  it.each([
    ['Wrap some ether.', 'Wrap some ether.', 'Wrap some ether.'],
    ['Wrap some ether.', 'Wrap one ether.', 'Wrap [-some-][+one+] ether.'],
    ['', 'New', '[+New+]'],
    ['Old', '', '[-Old-]'],
    ['Hold it', 'Hold it for a day', 'Hold it[+ for a day+]'],
  ])('%j and %j differ as %j', (before, after, expected) => {
    expect(marked(before, after)).toBe(expected)
  })

  it('are compared by words where no spaces are', () => {
    expect(marked('イーサをラップします。', 'イーサを交換します。', 'ja')).toBe('イーサを[-ラップ-][+交換+]します。')
  })

  it('can both be put together again from what differs', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '語', '\n', '. '), { maxLength: 40 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(words, words, (before, after) => {
        const stretches = wordDiff(before, after, 'en')
        const without = (kind: string) => stretches.filter((one) => one.kind !== kind).map(({ text }) => text)
        expect(without('added').join('')).toBe(before)
        expect(without('removed').join('')).toBe(after)
        // No two neighbours of a kind, and none that is empty.
        expect(stretches.every(({ kind, text }, i) => text !== '' && kind !== stretches[i - 1]?.kind)).toBe(true)
      }),
    )
  })

  it('that are long and alike nowhere differ as wholes, in no time', () => {
    const [before, after] = [
      Array.from({ length: 3000 }, (_, i) => `a${i}`).join(' '),
      Array.from({ length: 3000 }, (_, i) => `b${i}`).join(' '),
    ]
    expect(wordDiff(before, after, 'en').map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})

it('a long stretch that is the same loses its middle only', () => {
  expect(shortened('short')).toBe('short')
  const long = `begin ${'x'.repeat(500)} end`
  expect(shortened(long)).toMatch(/^begin x+ … x+ end$/)
  expect(shortened(long).length).toBeLessThan(190)
})
