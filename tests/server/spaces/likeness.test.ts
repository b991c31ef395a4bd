import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likenessTo, skeletonOf } from '#server/spaces/likeness.ts'
import { requireSeen } from '#server/spaces/names.ts'

const uniswap = { slug: 'uniswap', names: ['Uniswap', 'ユニスワップ'] }
const looksAlike = (name: string, slug = 'something-else') => likenessTo({ slug, names: [name] }, [uniswap]) !== null

describe('a name', () => {
  it.each([
    ['itself', 'Uniswap'],
    ['capitals', 'UNISWAP'],
    ['full width', 'Ｕｎｉｓｗａｐ'],
    ['mathematical letters', '𝐔𝐧𝐢𝐬𝐰𝐚𝐩'],
    ['Cyrillic i, s, a and p', 'Unіѕwар'],
    ['Greek and Armenian letters', 'υոιswαρ'],
    ['digits', 'Un1sw4p'],
    ['an l for an i', 'Unlswap'],
    ['a bar', 'Un|swap'],
    ['accents', 'Ünïswáp'],
    ['a dotless i', 'Unıswap'],
    ['two v', 'Unisvvap'],
    ['spaces', 'Uni swap'],
    ['punctuation', 'Uni-Swap.'],
    ['a soft hyphen and a zero-width space', 'Uni\u00adsw\u200bap'],
    ['a word around it', 'Uniswap Official'],
    ['words around it', 'The Uniswap Airdrop Claim'],
    ['half-width kana', 'ﾕﾆｽﾜｯﾌﾟ'],
    ['a kanji for a kana', 'ユ二スワップ'],
    ['a Japanese word around it', 'ユニスワップ 公式'],
  ])('looks like a proven one by %s', (_, name) => expect(looksAlike(name)).toBe(true))

  it('looks like one by the address alone', () => expect(looksAlike('Anything', 'un1-swap')).toBe(true))

  it.each(['Unison', 'Swap', 'Sushiswap', 'United Swaps', 'スワップ', 'Airdrop', 'U', ''])('%j is its own', (name) => {
    expect(looksAlike(name)).toBe(false)
  })

  it('has a skeleton that is its own skeleton, whatever it is written in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        const once = skeletonOf(name)
        expect(once).toMatch(/^[\p{L}\p{N}ー]*$/u)
        expect(skeletonOf(name.toUpperCase())).toBe(skeletonOf(name.toUpperCase().normalize('NFKC')))
        expect(likenessTo({ slug: name, names: [name] }, [{ slug: name, names: [] }]) !== null).toBe([...once].length >= 3)
      }),
    )
  })

  it.each([
    ['a right-to-left override', 'Uni\u202epaws'],
    ['an isolate', '\u2066Uniswap\u2069'],
    ['a zero-width space', 'Uni\u200bswap'],
    ['a zero-width joiner', 'Uni\u200dswap'],
    ['a byte order mark', '\ufeffUniswap'],
    ['a soft hyphen', 'Uni\u00adswap'],
    ['a Hangul filler', 'Uni\u3164swap'],
    ['an empty Braille cell', 'Uni\u2800swap'],
    ['a tag character', 'Uniswap\u{e0041}'],
    ['a private letter', 'Uniswap\ue000'],
    ['half of a pair', 'Uniswap\ud800'],
    ['a line separator', 'Uni\u2028swap'],
    ['only marks', '—…—'],
  ])('with %s is refused', (_, name) => {
    expect(() => requireSeen(name, 'name')).toThrow(expect.objectContaining({ code: 'input.invalid' }))
  })

  it.each(['Uniswap', 'ユニスワップ', 'Café 1', 'Ångström', '石を積む', 'Граніт', 'مرحبا', 'नमस्ते'])('%s is taken', (name) => {
    expect(() => requireSeen(name, 'name')).not.toThrow()
  })
})
