import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCalldata, encodeCalldata } from '#server/rollup/protocol/calldata.ts'
import { circuits } from '#server/rollup/protocol/constants.gen.ts'
import { P } from '#server/rollup/protocol/field.ts'
import { type BatchContent, decodeWords, encodeWords } from '#server/rollup/protocol/words.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { smallContent } from '#tests/support/batchArbitrary.ts'
import { deposit, openQuest } from '#tests/support/slotFixture.ts'

const { offsets } = circuits.small
const group = { quest: 3, accounts: [5, 6, 7], evidenceRoot: 9n, validUntil: 1000, signature: { s: 1n, e: 2n } }
const content: BatchContent = {
  leader: 4,
  oldInboxIndex: 11,
  opens: [0xaan],
  groups: [group, { ...group, accounts: Array.from({ length: 10 }, (_, i) => i) }],
  inbox: [deposit(1, 5n), openQuest()],
}
const words = encodeWords('small', content)
const changed = (at: number, change: (word: bigint) => bigint) => words.map((word, i) => (i === at ? change(word) : word))

describe('words of a batch', () => {
  it('come back from the padded layout and from calldata', () => {
    fc.assert(
      fc.property(smallContent, (any) => {
        const padded = encodeWords('small', any)
        expect(padded).toHaveLength(offsets.total)
        expect(decodeWords('small', padded)).toEqual(any)
        expect(decodeCalldata('small', encodeCalldata('small', padded))).toEqual(padded)
      }),
      { numRuns: 200 },
    )
  })

  it('lie where the README says', () => {
    expect(words[0]).toBe(1n + (2n << 16n) + (3n << 32n) + (2n << 64n) + (4n << 80n))
    expect(words[1]).toBe(11n + (13n << 64n))
    expect(words[offsets.opens]).toBe(0xaan)
    expect(words.slice(offsets.groups, offsets.groups + 4)).toEqual([3n + (3n << 21n) + (1000n << 53n), 9n, 1n, 2n])
    expect(words[offsets.accounts]).toBe(5n + (6n << 26n) + (7n << 52n))
    expect(words[offsets.accounts + 2]).toBe(9n)
    expect(words[offsets.entries]).toBe(1n + (1n << 8n) + (0xabcn << 34n))
    expect(words[offsets.entries + 1]).toBe(5n << 8n)
    expect(words[offsets.entries + 10]).toBe(2n + (0x1000n << 34n))
  })

  it.each([
    ['a word that is not below p', changed(offsets.opens, () => P), offsets.opens],
    ['a negative word', changed(offsets.opens, () => -1n), offsets.opens],
    ['more opens than the circuit takes', changed(0, (word) => word + 9n), 0],
    ['a ledger tx, which this version has not', changed(0, (word) => word + (1n << 48n)), 0],
    ['bits above the leader', changed(0, (word) => word + (1n << 106n)), 0],
    ['a leader beyond the tree', changed(0, (word) => word + (BigInt(3 ** 16) << 80n)), 0],
    ['an open past the count', changed(offsets.opens + 8, () => 1n), offsets.opens + 8],
    ['a group that the count leaves out', changed(0, (word) => word - (1n << 16n)), offsets.groups + 4],
    ['a group with more accounts than there are words', changed(offsets.groups, (word) => word + (100n << 21n)), offsets.groups],
    ['an account word that no group uses', changed(offsets.groups + 4, (word) => word - (1n << 21n)), 0],
    ['an account in an unused lane', changed(offsets.accounts, (word) => word + (1n << 78n)), offsets.accounts],
    ['bits above the nine lanes', changed(offsets.accounts + 1, (word) => word + (1n << 234n)), offsets.accounts + 1],
    ['bits above a group head', changed(offsets.groups, (word) => word + (1n << 93n)), offsets.groups],
    ['an inbox range of another length', changed(1, (word) => word + (1n << 64n)), 1],
    ['bits above the inbox range', changed(1, (word) => word + (1n << 128n)), 1],
    ['an entry of an unknown kind', changed(offsets.entries, (word) => word + 2n), offsets.entries],
    ['a word that the kind does not use', changed(offsets.entries + 3, () => 1n), offsets.entries + 3],
    ['a wallet beside an existing account', changed(offsets.entries + 2, () => 7n), offsets.entries],
    ['a rulesHash of more than 248 bits', changed(offsets.entries + 16, () => 1n << 248n), offsets.entries + 10],
    ['an entry past the count', changed(offsets.entries + 20, () => 1n), offsets.entries + 20],
  ])('are refused with %s', (_, bad, word) => {
    expect(() => decodeWords('small', bad)).toThrowError(
      expect.objectContaining({ code: 'rollup.malformed', meta: expect.objectContaining({ word }) }),
    )
  })

  it('are refused when one is missing', () => {
    expect(() => decodeWords('small', words.slice(1))).toThrow('has 52 words')
  })

  it.each([
    ['too many opens', { ...content, opens: new Array<bigint>(10).fill(1n) }],
    [
      'too many members',
      { ...content, groups: [{ ...group, accounts: new Array<number>(19).fill(0) }, { ...group, accounts: [1] }, group] },
    ],
    ['an amount of 97 bits', { ...content, inbox: [deposit(1, 1n << 96n)] }],
    ['an open that is not a field element', { ...content, opens: [P] }],
  ])('cannot be made of %s', (_, bad) => {
    expect(() => encodeWords('small', bad)).toThrowError(expect.objectContaining({ code: 'rollup.malformed' }))
  })
})

describe('calldata of a batch', () => {
  const calldata = encodeCalldata('small', words)

  it('leaves out the zeros that end a section', () => {
    expect(calldata.lengths).toBe(2n + (1n << 16n) + (8n << 32n) + (3n << 48n) + (17n << 64n))
    expect(calldata.words).toHaveLength(2 + 64 * (2 + 1 + 8 + 3 + 17))
  })

  it.each([
    ['bits above the lengths', { ...calldata, lengths: calldata.lengths + (1n << 80n) }],
    ['a section that is too long', { ...calldata, lengths: calldata.lengths + (9n << 16n) }],
    ['a word too few', { ...calldata, words: calldata.words.slice(0, -64) as `0x${string}` }],
    ['half a word', { ...calldata, words: `${calldata.words}00` as const }],
    ['text that is not bytes', { ...calldata, words: '0x0g' as const }],
    [
      'a section that ends with zero',
      { words: `${calldata.words}${toHex32(0n).slice(2)}` as const, lengths: calldata.lengths + (1n << 64n) },
    ],
  ])('is refused with %s', (_, bad) => {
    expect(() => decodeCalldata('small', bad)).toThrowError(expect.objectContaining({ code: 'rollup.malformed' }))
  })
})
