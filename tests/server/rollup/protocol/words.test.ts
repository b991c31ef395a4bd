import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCalldata, encodeCalldata } from '#server/rollup/protocol/calldata.ts'
import { circuits } from '#server/rollup/protocol/constants.gen.ts'
import { P } from '#server/rollup/protocol/field.ts'
import { derivePublicKey, verify } from '#server/rollup/protocol/schnorr.ts'
import { decodeInboxTx, encodeInboxTx } from '#server/rollup/protocol/tx/inboxTx.ts'
import {
  decodeLedgerTx,
  encodeLedgerTx,
  type LedgerTx,
  ledgerMessage,
  mergeMessage,
  signLedgerTx,
} from '#server/rollup/protocol/tx/ledgerTx.ts'
import { type BatchContent, decodeWords, encodeWords } from '#server/rollup/protocol/words.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { inboxItem, ledgerTx, smallContent } from '#tests/support/batchArbitrary.ts'
import { deposit, openQuest, toyHasher } from '#tests/support/slotFixture.ts'

const { offsets } = circuits.small
const item = offsets.entries + 10
const group = { quest: 3, accounts: [5, 6, 7], evidenceRoot: 9n, validUntil: 1000, signature: { s: 1n, e: 2n } }
const transfer: LedgerTx = { kind: 'transfer', account: 6, nonce: 7, fee: 8n, to: 9, token: 10, amount: 11n }
const content: BatchContent = {
  leader: 4,
  oldInboxIndex: 11,
  opens: [0xaan],
  groups: [group, { ...group, accounts: Array.from({ length: 10 }, (_, i) => i) }],
  ledger: [{ ...transfer, signature: { s: 21n, e: 22n } }],
  inbox: [deposit(1, 5n), openQuest()],
}
const words = encodeWords('small', content)
const cancelKey = encodeInboxTx({ kind: 'cancelKey', account: 3, authoriser: 4n, byLinked: true })
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
    expect(words[0]).toBe(1n + (2n << 16n) + (3n << 32n) + (1n << 48n) + (2n << 64n) + (4n << 80n))
    expect(words[1]).toBe(11n + (13n << 64n))
    expect(words[offsets.opens]).toBe(0xaan)
    expect(words.slice(offsets.groups, offsets.groups + 4)).toEqual([3n + (3n << 21n) + (1000n << 53n), 9n, 1n, 2n])
    expect(words[offsets.accounts]).toBe(5n + (6n << 26n) + (7n << 52n))
    expect(words[offsets.accounts + 2]).toBe(9n)
    expect(words.slice(offsets.entries, item)).toEqual([
      16n + (6n << 8n) + (7n << 34n) + (8n << 66n),
      9n + (10n << 26n) + (11n << 34n),
      ...[0n, 0n, 0n, 0n, 0n, 0n, 21n, 22n],
    ])
    expect(words.slice(item, item + 10)).toEqual([1n + (1n << 8n), 5n << 8n, 0n, 0n, 0n, 0n, 0n, 0n, 0n, 0xabcn])
    expect(words[item + 10]).toBe(2n)
    expect(words[item + 19]).toBe(0x1000n)
  })

  it.each([
    ['a word that is not below p', changed(offsets.opens, () => P), offsets.opens],
    ['a negative word', changed(offsets.opens, () => -1n), offsets.opens],
    ['more opens than the circuit takes', changed(0, (word) => word + 9n), 0],
    ['more entries than the circuit takes', changed(0, (word) => word + (1n << 48n)), 0],
    ['an inbox item counted as a ledger tx', changed(0, (word) => word + (1n << 48n) - (1n << 64n)), 1],
    ['bits above a ledger tx’s fee', changed(offsets.entries, (word) => word + (1n << 162n)), offsets.entries],
    ['a ledger tx of an inbox kind', changed(offsets.entries, (word) => word - 15n), offsets.entries],
    ['a ledger tx of an unknown kind', changed(offsets.entries, (word) => word + 100n), offsets.entries],
    ['a revoke that names an account', changed(offsets.entries, (word) => word + 6n), offsets.entries],
    ['a word that the ledger tx does not use', changed(offsets.entries + 2, () => 1n), offsets.entries + 2],
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
    ['an inbox item of an unknown kind', changed(item, (word) => word + 100n), item],
    ['an inbox item of a ledger kind', changed(item, (word) => word + 15n), item],
    ['bits above an inbox item’s account', changed(item, (word) => word + (1n << 34n)), item],
    ['a word that the item does not use', changed(item + 3, () => 1n), item + 3],
    ['a wallet beside an existing account', changed(item + 2, () => 7n), item],
    ['a rulesHash of more than 248 bits', changed(item + 16, () => 1n << 248n), item + 10],
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

describe('an entry', () => {
  it.each([
    ['a flag of cancelKey above 1', cancelKey.with(1, 2n)],
    ['a recipient of 161 bits', [6n, 0n, 1n << 160n, 0n, 0n, 0n, 0n, 0n, 0n, 1n]],
    ['an authoriser that is not a field element', cancelKey.with(9, P)],
    ['nine words', cancelKey.slice(0, 9)],
    ['eleven words', [...cancelKey, 0n]],
  ])('of the inbox is refused with %s', (_, bad) => {
    expect(() => decodeInboxTx(bad)).toThrowError(expect.objectContaining({ code: 'rollup.malformed' }))
  })

  it('comes back from its words, whatever its kind', () => {
    fc.assert(fc.property(inboxItem, (tx) => void expect(decodeInboxTx(encodeInboxTx(tx))).toEqual(tx)))
    fc.assert(fc.property(ledgerTx, (tx) => void expect(decodeLedgerTx(encodeLedgerTx(tx))).toEqual(tx)))
  })

  it('has one encoding: words that decode are those that the tx encodes to', () => {
    fc.assert(
      fc.property(ledgerTx, fc.nat({ max: 9 }), fc.nat({ max: 253 }), (tx, at, bit) => {
        const words = encodeLedgerTx(tx).map((word, i) => (i === at ? word ^ (1n << BigInt(bit)) : word))
        const read = () => decodeLedgerTx(words)
        try {
          read()
        } catch {
          return
        }
        expect(encodeLedgerTx(read())).toEqual(words)
      }),
      { numRuns: 500 },
    )
  })

  it('is signed over its domain and first eight words', () => {
    const secret = 77n
    const tx = signLedgerTx(toyHasher, transfer, { domain: 5n, secret })
    const message = ledgerMessage(toyHasher, 5n, encodeLedgerTx(tx))
    expect(message).toBe(toyHasher.hash(16, [5n, ...encodeLedgerTx(tx).slice(0, 8)]))
    expect(verify(toyHasher, derivePublicKey(secret), message, tx.signature)).toBe(true)
    expect(verify(toyHasher, derivePublicKey(secret), ledgerMessage(toyHasher, 6n, encodeLedgerTx(tx)), tx.signature)).toBe(false)
  })

  it('that merges is signed by the target with zeros in its place', () => {
    const targetSignature = { s: 3n, e: 4n }
    const merge = { kind: 'mergeInto', account: 1, nonce: 2, fee: 0n, target: 5, targetSignature } as const
    const words = encodeLedgerTx({ ...merge, signature: { s: 0n, e: 0n } })
    expect(words.slice(1, 4)).toEqual([5n, 3n, 4n])
    expect(mergeMessage(toyHasher, 9n, merge)).toBe(toyHasher.hash(16, [9n, ...words.slice(0, 8).with(2, 0n).with(3, 0n)]))
  })
})

describe('calldata of a batch', () => {
  const calldata = encodeCalldata('small', words)

  it('leaves out the zeros that end a section', () => {
    expect(calldata.lengths).toBe(2n + (1n << 16n) + (8n << 32n) + (3n << 48n) + (30n << 64n))
    expect(calldata.words).toHaveLength(2 + 64 * (2 + 1 + 8 + 3 + 30))
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
