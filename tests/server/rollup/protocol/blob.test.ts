import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blobBatch, isInBlob, readBlobBatch } from '#server/rollup/l2/blobBatch.ts'
import { commitBlob, openBlock, quotientWords } from '#server/rollup/l2/blobOpening.ts'
import { commitTo, openPoint, versionedHashOf } from '#server/rollup/l2/kzg.ts'
import {
  blobPlaces,
  blockOf,
  blockRoots,
  decodeBlob,
  encodeBlob,
  evaluateBlob,
  evaluateBlock,
  fromBlobWords,
  R,
  toBlobWords,
} from '#server/rollup/protocol/blob.ts'
import { encodeCalldata } from '#server/rollup/protocol/calldata.ts'
import { blobBlocks, blobBlockWords, type CircuitName, circuits } from '#server/rollup/protocol/constants.gen.ts'
import { mod, P, pow } from '#server/rollup/protocol/field.ts'

const elements = blobBlocks * blobBlockWords
const names = Object.keys(circuits) as CircuitName[]
const circuitName = fc.constantFrom(...names)
const point = fc.bigInt({ min: 2n, max: P - 1n })
/** A few words at random places, as wide as the blob's field. */
const content = fc.array(fc.tuple(fc.nat({ max: elements - 1 }), fc.bigInt({ min: 0n, max: R - 1n })), { maxLength: 12 }).map((pairs) => {
  const words = new Array<bigint>(elements).fill(0n)
  for (const [at, word] of pairs) words[at] = word
  return words
})
const wordsOf = (circuit: CircuitName, seed = 5n) =>
  Array.from({ length: circuits[circuit].offsets.total }, (_, i) => (seed * BigInt(i + 1)) ** 9n % P)

describe('blob', () => {
  it('reads what it wrote', () => {
    fc.assert(
      fc.property(content, (words) => {
        expect(decodeBlob(encodeBlob(words))).toEqual(words)
      }),
      { numRuns: 8 },
    )
  })

  it('has the value that the KZG library gives it', () => {
    fc.assert(
      fc.property(content, point, (words, z) => {
        expect(openPoint(encodeBlob(words), z).value).toBe(evaluateBlob(words, z))
      }),
      { numRuns: 4 },
    )
  })

  it('splits off any block by a quotient', () => {
    fc.assert(
      fc.property(content, point, fc.nat({ max: blobBlocks - 1 }), (words, z, block) => {
        const root = blockRoots[block] as bigint
        const left = evaluateBlob(words, z) - evaluateBlock(blockOf(words, block), z)
        expect(mod(left - (pow(z, 32n, R) - root) * evaluateBlob(quotientWords(words, block), z), R)).toBe(0n)
      }),
      { numRuns: 8 },
    )
  })

  it('opens a block with values that fit each other', () => {
    const words = toBlobWords('bulk', wordsOf('bulk'))
    const { value, quotientValue, points } = openBlock(commitBlob(words), commitBlob(quotientWords(words, 3)), 99n)
    const vanishing = pow(99n, 32n, R) - (blockRoots[3] as bigint)
    expect(mod(value - evaluateBlock(blockOf(words, 3), 99n) - vanishing * quotientValue, R)).toBe(0n)
    expect(points).toHaveLength(2 + 2 * 4 * 48)
  })

  it('has a place of its own for every word, header and entries in block 0', () => {
    for (const circuit of names) {
      const places = blobPlaces(circuit)
      const { opens, entries, total } = circuits[circuit].offsets
      expect(new Set(places).size).toBe(total)
      for (const [i, place] of places.entries()) expect(place < blobBlockWords, `${circuit} ${i}`).toBe(i < opens || i >= entries)
    }
  })

  it('refuses a word where the batch has none, bytes that are no blob, and elements outside of the field', () => {
    fc.assert(
      fc.property(circuitName, fc.nat({ max: elements - 1 }), (circuit, at) => {
        const words = toBlobWords(circuit, wordsOf(circuit))
        if (words[at] === 0n) {
          words[at] = 1n
          expect(() => fromBlobWords(circuit, words)).toThrow(expect.objectContaining({ code: 'rollup.malformed' }))
        } else expect(fromBlobWords(circuit, words)).toEqual(wordsOf(circuit))
      }),
      { numRuns: 30 },
    )
    expect(() => decodeBlob(new Uint8Array(31))).toThrow(/131072 bytes/)
    expect(() => decodeBlob(new Uint8Array(131_072).fill(0xff))).toThrow(/Element 0/)
  })
})

describe('a batch in a blob', () => {
  const words = wordsOf('small')
  const batch = blobBatch('small', words)

  it('is read back as calldata would have carried it', () => {
    expect(isInBlob(batch.lengths)).toBe(true)
    expect(readBlobBatch('small', batch, batch.blob.bytes)).toEqual(encodeCalldata('small', words))
  })

  it('is not read from another blob, nor when what was sent says otherwise', () => {
    const other = blobBatch('small', wordsOf('small', 6n))
    expect(() => readBlobBatch('small', batch, other.blob.bytes)).toThrow(/not the one/)
    const sent = `0x${batch.sent.slice(2, 2 + 192)}${other.sent.slice(2 + 192)}` as const
    expect(() => readBlobBatch('small', { ...batch, sent }, batch.blob.bytes)).toThrow(/says otherwise/)
    expect(() => readBlobBatch('small', { ...batch, sent: '0x00' }, batch.blob.bytes)).toThrow(/mark/)
  })

  it('names its blob by the hash of the commitment', () => {
    expect(batch.blob.versionedHash).toBe(`0x${Buffer.from(versionedHashOf(commitTo(batch.blob.bytes))).toString('hex')}`)
    expect(batch.blob.versionedHash.slice(0, 4)).toBe('0x01')
  })
})
