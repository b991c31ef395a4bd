import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchDocument, searchQuery } from '#server/quests/discover/searchTerms.ts'

const lexemes = (text: string) => [...searchDocument([{ text, weight: 'A' }]).matchAll(/'([^']*)'/g)].map(([, lexeme]) => lexeme)

describe('search terms', () => {
  it('keep words in one width, case and without marks', () => {
    expect(lexemes('Ｕｎｉｓｗａｐ V3 — Café!')).toEqual(['uniswap', 'v3', 'cafe'])
    expect(lexemes('ERC-721')).toEqual(['erc', '721'])
  })

  it('keep Japanese by its neighbours, with the marks that make another letter', () => {
    expect(lexemes('取引する')).toEqual(['取引', '引す', 'する', 'る'])
    expect(lexemes('ﾊﾟｽ')).toEqual(['パス', 'ス'])
    expect(lexemes('V3プール')).toEqual(['v3', 'プー', 'ール', 'ル'])
  })

  it('place lexemes side by side only where the letters are', () => {
    expect(searchDocument([{ text: '石石', weight: 'A' }])).toBe(`'石石':1A '石':2A`)
    expect(searchDocument([{ text: '石 山', weight: 'B' }])).toBe(`'石':1B '山':3B`)
  })

  it('ask for words by their beginning and for Japanese as it is written', () => {
    expect(searchQuery('Uni swap')).toBe(`'uni':* & 'swap':*`)
    expect(searchQuery('取引')).toBe(`('取引')`)
    expect(searchQuery('取引する')).toBe(`('取引' <-> '引す' <-> 'する')`)
    expect(searchQuery('石')).toBe(`'石':*`)
    expect(searchQuery(" | ! & <-> :* \\ ' ")).toBeNull()
  })

  it('write nothing that the database would have to guess at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(searchDocument([{ text, weight: 'D' }])).toMatch(
          /^(?:'[\p{L}\p{N}\p{M}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+':\d+D(?:,\d+D)*(?: |$))*$/u,
        )
        expect(searchQuery(text) ?? '').toMatch(/^[\p{L}\p{N}\p{M}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}'&():* <>-]*$/u)
        for (const lexeme of lexemes(text)) expect(Buffer.byteLength(lexeme ?? '')).toBeLessThan(2046)
      }),
    )
  })
})
