import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestQuery, readQuery } from '#server/credentials/search/readQuery.ts'

const hash = `0x${'aB'.repeat(32)}`
const checksummed = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const solana = '7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV'

describe('a search is read as everything that it could mean', () => {
  it.each([
    ['#12', { number: { value: 12, of: 'any' } }],
    ['12', { number: { value: 12, of: 'any' }, words: ['12'], handle: '12' }],
    ['batch 7', { number: { value: 7, of: 'batch' }, words: ['batch', '7'] }],
    ['バッチ７', { number: { value: 7, of: 'batch' } }],
    ['CUBE #3', { number: { value: 3, of: 'credential' } }],
    ['2147483648', { number: null }],
    [hash, { hash: hash.toLowerCase(), wallet: null, handle: null, number: null }],
    [hash.slice(0, -1), { hash: null }],
    [checksummed, { wallet: `eip155:${checksummed.toLowerCase()}`, hash: null }],
    [checksummed.toLowerCase(), { wallet: `eip155:${checksummed.toLowerCase()}` }],
    [checksummed.replace('C8', 'c8'), { wallet: null }],
    [`eip155:1:${checksummed}`, { wallet: `eip155:${checksummed.toLowerCase()}` }],
    [solana, { wallet: `solana:${solana}` }],
    ['@Some-One', { handle: 'some-one' }],
    ['some one', { handle: null, words: ['some', 'one'] }],
    ['Uniswap でスワップ', { words: ['uniswap'], runs: ['でスワップ'] }],
    ['ＳＷＡＰ', { text: 'SWAP', words: ['swap'] }],
    ['  a \u0000\u202e b\n', { text: 'a b', words: ['a', 'b'] }],
    ['%_\\\'";--<script>', { words: ['script'], runs: [], handle: null }],
    ['', { text: '', words: [], runs: [], handle: null, wallet: null, hash: null, number: null }],
  ])('%s', (typed, expected) => {
    expect(readQuery(typed)).toMatchObject(expected)
  })

  it('is bounded and safe for a query of words, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 })), (typed) => {
        const query = readQuery(typed)
        expect([...query.text].length).toBeLessThanOrEqual(longestQuery)
        expect(query.text).toBe(query.text.trim())
        expect(query.text).not.toMatch(/[\p{Cc}\p{Cf}]/u)
        expect(query.words.length + query.runs.length).toBeLessThanOrEqual(8)
        for (const word of query.words) expect(word).toMatch(/^[a-z0-9]+$/)
        for (const run of query.runs) expect(run).toMatch(/^[\p{L}\p{N}\p{M}]+$/u)
        if (query.handle !== null) expect(query.handle).toMatch(/^[a-z0-9-]{1,30}$/)
      }),
    )
  })

  it('reads its own text again as the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (typed) => {
        const once = readQuery(typed)
        expect(readQuery(once.text)).toEqual(once)
      }),
    )
  })
})
