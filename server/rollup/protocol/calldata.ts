import { fromHex, type Hex, toBigInt } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import { type CircuitName, circuits } from './constants.gen.ts'

/** Words as `propose` takes them: every section without its trailing zeros, 32 bytes a word; the sections' lengths 16 bits each, header lowest. */
export type Calldata = { words: Hex; lengths: bigint }

const LENGTH_BITS = 16n

/** First word and size of each section, in order. */
function sectionsOf(circuit: CircuitName): { name: string; at: number; size: number }[] {
  const { offsets } = circuits[circuit]
  const starts = [
    ['header', offsets.header],
    ['opens', offsets.opens],
    ['groups', offsets.groups],
    ['accounts', offsets.accounts],
    ['entries', offsets.entries],
  ] as const
  return starts.map(([name, at], i) => ({ name, at, size: (starts[i + 1]?.[1] ?? offsets.total) - at }))
}

export function encodeCalldata(circuit: CircuitName, words: readonly bigint[]): Calldata {
  let text = ''
  let lengths = 0n
  for (const [i, { at, size }] of sectionsOf(circuit).entries()) {
    let used = size
    while (used > 0 && words[at + used - 1] === 0n) used--
    lengths += BigInt(used) << (LENGTH_BITS * BigInt(i))
    for (const word of words.slice(at, at + used)) text += word.toString(16).padStart(64, '0')
  }
  return { words: `0x${text}`, lengths }
}

/** The padded layout. A section that ends with a zero word is refused, as by the contract: one batch has one encoding. Throws `rollup.malformed`. */
export function decodeCalldata(circuit: CircuitName, calldata: Calldata): bigint[] {
  const bytes = fromHex(calldata.words)
  if (bytes === null) throw malformed('words', 'are not bytes', calldata.words.slice(0, 20))
  const sections = sectionsOf(circuit)
  if (calldata.lengths < 0n || calldata.lengths >> (LENGTH_BITS * BigInt(sections.length)) !== 0n) {
    throw malformed('lengths', 'have bits above the last section', calldata.lengths.toString())
  }
  const words = new Array<bigint>(circuits[circuit].offsets.total).fill(0n)
  let next = 0
  for (const [i, { name, at, size }] of sections.entries()) {
    const used = Number((calldata.lengths >> (LENGTH_BITS * BigInt(i))) & 0xffffn)
    if (used > size) throw malformed('lengths', `give ${used} words to ${name}, ${size} is the most`, used)
    for (let j = 0; j < used; j++, next++) words[at + j] = toBigInt(bytes.subarray(32 * next, 32 * next + 32))
    if (used > 0 && words[at + used - 1] === 0n) throw malformed('words', `end the section ${name} with a zero`, used)
  }
  if (bytes.length !== 32 * next) throw malformed('words', `are ${bytes.length} bytes, the lengths say ${32 * next}`, bytes.length)
  return words
}

function malformed(field: string, reason: string, found: string | number): CairnError {
  return new CairnError('rollup.malformed', `The ${field} of the batch ${reason}.`, { meta: { field, reason, found } })
}
