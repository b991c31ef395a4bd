import { tags } from '#server/rollup/protocol/constants.gen.ts'
import { checkField } from '#server/rollup/protocol/field.ts'
import { type Hasher, initialCapacity } from '#server/rollup/protocol/poseidon2.ts'
import { type Bn254Module, instantiateBn254 } from '#server/rollup/protocol/wasm/bn254.ts'
import { CairnError } from '#server/shared/errors.ts'

const ELEMENT = 32
const WORDS = 4
/** Elements that one call into the module takes at most: bounds its memory (2 MiB). */
const CHUNK = 3 * 21_845

let module: Bn254Module | undefined
let words = new BigUint64Array()

/** Room for `elements`, as an index of 64-bit words; views are renewed when the memory grew and was moved. */
function reserve(elements: number): { bn254: Bn254Module; at: number } {
  module ??= instantiateBn254()
  const at = module.reserve((elements + 1) * ELEMENT) / 8
  if (words.buffer !== module.memory.buffer) words = new BigUint64Array(module.memory.buffer)
  return { bn254: module, at }
}

function write(at: number, value: bigint): void {
  words[at] = value
  words[at + 1] = value >> 64n
  words[at + 2] = value >> 128n
  words[at + 3] = value >> 192n
}

function read(at: number): bigint {
  const word = (i: number) => words[at + i] ?? 0n
  return (((((word(3) << 64n) | word(2)) << 64n) | word(1)) << 64n) | word(0)
}

/** `H_tag` of many inputs of one length, laid end to end: one answer per `length` inputs. */
export function hashMany(tag: number | bigint, length: number, inputs: readonly bigint[]): bigint[] {
  const outputs: bigint[] = []
  const step = Math.floor(CHUNK / length) * length
  for (let from = 0; from < inputs.length; from += step) {
    const part = inputs.slice(from, from + step)
    const { bn254, at } = reserve(part.length)
    write(at, initialCapacity(tag, length))
    for (const [i, input] of part.entries()) write(at + WORDS * (i + 1), checkField('input', input))
    bn254.hashMany((at + WORDS) * 8, at * 8, (at + WORDS) * 8, length, part.length / length)
    for (let i = 1; i <= part.length / length; i++) outputs.push(read(at + WORDS * i))
  }
  return outputs
}

function hash(tag: number | bigint, inputs: readonly bigint[]): bigint {
  const { bn254, at } = reserve(Math.max(1, inputs.length))
  write(at, initialCapacity(tag, inputs.length))
  for (const [i, input] of inputs.entries()) write(at + WORDS * (i + 1), checkField('input', input))
  bn254.hashMany((at + WORDS) * 8, at * 8, (at + WORDS) * 8, inputs.length, 1)
  return read(at + WORDS)
}

function hashNodes(children: readonly bigint[]): bigint[] {
  checkThirds(children.length)
  return hashMany(tags.node, 3, children)
}

/** The same for children that are kept as bytes: 32 bytes each, little-endian, below p (not checked). */
export function hashNodeBytes(children: Uint8Array): Uint8Array {
  checkThirds(children.length / ELEMENT)
  const parents = new Uint8Array(children.length / 3)
  for (let from = 0; from < children.length; from += CHUNK * ELEMENT) {
    const part = children.subarray(from, from + CHUNK * ELEMENT)
    const { bn254, at } = reserve(part.length / ELEMENT)
    const memory = new Uint8Array(bn254.memory.buffer)
    const start = (at + WORDS) * 8
    write(at, initialCapacity(tags.node, 3))
    memory.set(part, start)
    bn254.hashMany(start, at * 8, start, 3, part.length / ELEMENT / 3)
    parents.set(memory.subarray(start, start + part.length / 3), from / 3)
  }
  return parents
}

function checkThirds(count: number): void {
  if (count % 3 === 0) return
  throw new CairnError('rollup.malformed', 'Nodes are hashed by threes.', { meta: { field: 'children', found: count } })
}

/** The WASM engine: same answers as `protocol/poseidon2.ts`, about five times as fast. */
export const fastHasher: Hasher = { hash, hashNodes }
