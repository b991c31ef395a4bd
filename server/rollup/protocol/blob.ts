import { toBigInt } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import { blobBlocks, blobBlockWords, type CircuitName, circuits } from './constants.gen.ts'
import { inverse, mod, pow } from './field.ts'

/** Order of the BLS12-381 scalar field, in which a blob is a polynomial of degree < 4096. It is above BN254's, so every word fits. */
export const R = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001n

const elements = blobBlocks * blobBlockWords
export const blobBytes = 32 * elements

const reversed = (index: number, size: number): number => {
  let result = 0
  for (let rest = index, bit = 1; bit < size; bit *= 2, rest >>= 1) result = 2 * result + (rest & 1)
  return result
}
const powersOf = (root: bigint, count: number): bigint[] => {
  const powers = [1n]
  for (let i = 1; i < count; i++) powers.push(((powers[i - 1] as bigint) * root) % R)
  return powers
}
const rootOfUnity = pow(7n, (R - 1n) / BigInt(elements), R)
const roots = powersOf(rootOfUnity, elements)
/** The point at which element i is the blob's value: the roots of unity in bit-reversed order (EIP-4844). */
const points = roots.map((_, i) => roots[reversed(i, elements)] as bigint)
/** `x^32` for the 32 points of each block: a block's points are the roots of `x^32 - c`. */
export const blockRoots: readonly bigint[] = Array.from({ length: blobBlocks }, (_, k) => pow(points[k * blobBlockWords] as bigint, 32n, R))

/**
 * A blob's content as 128 blocks of 32 words. The words of block k are the coefficients of the polynomial that the blob is on the block's
 * points: 32 words open together by two evaluations (`blobOpening.ts`), and a circuit evaluates the blob without an inverse a word.
 */
export type BlobWords = readonly bigint[]

/** Places of a batch's words among the blob's: block 0 holds what the contract reads (header, entries), the other sections follow it. */
export function blobPlaces(circuit: CircuitName): number[] {
  const { offsets } = circuits[circuit]
  const rest = blobBlockWords - offsets.opens
  const place = (i: number) => (i < offsets.opens ? i : i < offsets.entries ? i + rest : i - offsets.entries + offsets.opens)
  return Array.from({ length: offsets.total }, (_, i) => place(i))
}

/** The padded layout of a batch as the words of a blob. */
export function toBlobWords(circuit: CircuitName, words: readonly bigint[]): bigint[] {
  const placed = new Array<bigint>(elements).fill(0n)
  for (const [i, place] of blobPlaces(circuit).entries()) placed[place] = words[i] ?? 0n
  return placed
}

/** The inverse of `toBlobWords`. Throws `rollup.malformed` when a word lies where the batch has none: one batch has one encoding. */
export function fromBlobWords(circuit: CircuitName, blobWords: BlobWords): bigint[] {
  const places = blobPlaces(circuit)
  const used = new Set(places)
  const stray = blobWords.findIndex((word, place) => word !== 0n && !used.has(place))
  if (stray !== -1) throw malformed(`Word ${stray} of the blob is not 0, where a ${circuit} batch has none.`, stray)
  return places.map((place) => blobWords[place] as bigint)
}

/** The 131,072 bytes of a blob. */
export function encodeBlob(blobWords: BlobWords): Uint8Array {
  const bytes = new Uint8Array(blobBytes)
  for (let block = 0; block < blobBlocks; block++) {
    const words = blockOf(blobWords, block)
    if (words.every((word) => word === 0n)) continue
    for (let i = block * blobBlockWords; i < (block + 1) * blobBlockWords; i++) {
      bytes.set(bigEndian(evaluateBlock(words, points[i] as bigint)), 32 * i)
    }
  }
  return bytes
}

/** The words of a blob, each below R and not always below p. Throws `rollup.malformed` when the bytes are no blob. */
export function decodeBlob(bytes: Uint8Array): bigint[] {
  if (bytes.length !== blobBytes) throw malformed(`A blob has ${blobBytes} bytes, not ${bytes.length}.`, bytes.length)
  const values = Array.from({ length: elements }, (_, i) => toBigInt(bytes.subarray(32 * i, 32 * i + 32)))
  const wide = values.findIndex((value) => value >= R)
  if (wide !== -1) throw malformed(`Element ${wide} of the blob is not below the field's order.`, wide)
  return Array.from({ length: blobBlocks }, (_, block) => interpolateBlock(values, block)).flat()
}

export const blockOf = (blobWords: BlobWords, block: number): readonly bigint[] =>
  blobWords.slice(block * blobBlockWords, (block + 1) * blobBlockWords)

/** `sum of w_i * x^i` mod R. */
export function evaluateBlock(words: readonly bigint[], x: bigint): bigint {
  let value = 0n
  for (let i = words.length - 1; i >= 0; i--) value = (value * x + (words[i] as bigint)) % R
  return value
}

/**
 * The blob's polynomial at `x`, which is none of its points: `sum of L_k(x^32) * P_k(x)`, with P_k the polynomial of block k and L_k the Lagrange
 * polynomial of its root among the 128: `c_k / 128 * (x^4096 - 1) / (x^32 - c_k)`.
 */
export function evaluateBlob(blobWords: BlobWords, x: bigint): bigint {
  const u = pow(x, BigInt(blobBlockWords), R)
  const scale = mod((pow(u, BigInt(blobBlocks), R) - 1n) * inverse(BigInt(blobBlocks), R), R)
  let value = 0n
  for (let block = 0; block < blobBlocks; block++) {
    const words = blockOf(blobWords, block)
    if (words.every((word) => word === 0n)) continue
    const root = blockRoots[block] as bigint
    value += evaluateBlock(words, x) * mod(root * scale * inverse(u - root, R), R)
  }
  return mod(value, R)
}

/** Coefficients through the values on a block's points: `w_t = 1/32 * sum of e_j * x_j^-t`. */
function interpolateBlock(values: readonly bigint[], block: number): bigint[] {
  const first = block * blobBlockWords
  const own = values.slice(first, first + blobBlockWords)
  if (own.every((value) => value === 0n)) return own
  const share = inverse(BigInt(blobBlockWords), R)
  // Roots of unity: the inverse of the j-th is the (4096 - j)-th.
  const back = own.map((_, i) => roots[(elements - reversed(first + i, elements)) % elements] as bigint)
  const scaled = own.map((value) => (value * share) % R)
  return own.map((_, t) => {
    if (t > 0) for (const [j, factor] of back.entries()) scaled[j] = ((scaled[j] as bigint) * factor) % R
    return mod(
      scaled.reduce((sum, value) => sum + value, 0n),
      R,
    )
  })
}

function bigEndian(value: bigint): Uint8Array {
  const bytes = new Uint8Array(32)
  for (let at = 31, rest = value; rest > 0n; at--, rest >>= 8n) bytes[at] = Number(rest & 0xffn)
  return bytes
}

function malformed(message: string, found: number): CairnError {
  return new CairnError('rollup.malformed', message, { meta: { field: 'blob', found } })
}
