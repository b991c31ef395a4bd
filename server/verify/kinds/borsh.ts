import { base58 } from '@scure/base'
import { toHex } from '#server/shared/bytes.ts'

/** How a value lies in bytes. Integers are little-endian unless `bigEndian`; a `list` without `length` has its length (u32) in front. */
export type Shape =
  | { kind: 'int'; bits: number; signed: boolean; bigEndian?: boolean }
  | { kind: 'bool' | 'pubkey' | 'string' | 'bytes' }
  | { kind: 'fixed'; length: number }
  | { kind: 'option'; of: Shape }
  | { kind: 'list'; of: Shape; length: number | null }
  | { kind: 'struct'; fields: readonly Field[] }
  | { kind: 'choice'; variants: readonly { name: string; fields: readonly Field[] }[] }
export type Field = { name: string; shape: Shape }

/** Most values that one decoding makes: lists of things without bytes would otherwise grow without end. */
const mostValues = 20_000

type Reader = { bytes: Uint8Array; at: number; values: number }

/** Fields in the order of their declaration, by Borsh (https://borsh.io). Null when the bytes end early or break a rule; bytes left over are ignored. */
export function decodeFields(bytes: Uint8Array, fields: readonly Field[]): Record<string, unknown> | null {
  try {
    return struct({ bytes, at: 0, values: 0 }, fields)
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}

/** One value at a place. Null when it does not fit there. */
export function decodeAt(bytes: Uint8Array, offset: number, shape: Shape): unknown {
  const read = decodeFields(bytes.subarray(offset), [{ name: 'value', shape }])
  return read === null ? null : read.value
}

class Malformed extends Error {}

function take(reader: Reader, length: number): Uint8Array {
  if (length > reader.bytes.length - reader.at) throw new Malformed()
  reader.at += length
  return reader.bytes.subarray(reader.at - length, reader.at)
}

const struct = (reader: Reader, fields: readonly Field[]): Record<string, unknown> =>
  Object.fromEntries(fields.map(({ name, shape }) => [name, value(reader, shape)]))

function value(reader: Reader, shape: Shape): unknown {
  if (++reader.values > mostValues) throw new Malformed()
  switch (shape.kind) {
    case 'int':
      return integer(take(reader, shape.bits / 8), shape)
    case 'bool':
      return flag(take(reader, 1))
    case 'pubkey':
      return base58.encode(take(reader, 32))
    case 'string':
      return utf8(take(reader, length(reader)))
    case 'bytes':
      return toHex(take(reader, length(reader)))
    case 'fixed':
      return toHex(take(reader, shape.length))
    case 'option':
      return flag(take(reader, 1)) ? value(reader, shape.of) : undefined
    case 'list':
      return Array.from({ length: shape.length ?? length(reader) }, () => value(reader, shape.of))
    case 'struct':
      return struct(reader, shape.fields)
    case 'choice':
      return variant(reader, shape.variants)
  }
}

/** No list and no text is longer than the bytes that are left: a length is checked before anything is made of it. */
function length(reader: Reader): number {
  const count = Number(integer(take(reader, 4), { bits: 32, signed: false }))
  if (count > reader.bytes.length - reader.at) throw new Malformed()
  return count
}

function integer(bytes: Uint8Array, { bits, signed, bigEndian = false }: { bits: number; signed: boolean; bigEndian?: boolean }): bigint {
  const found = BigInt(toHex(bigEndian ? bytes : bytes.toReversed()))
  return signed ? BigInt.asIntN(bits, found) : found
}

function flag([byte]: Uint8Array): boolean {
  if (byte !== 0 && byte !== 1) throw new Malformed()
  return byte === 1
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Malformed()
  }
}

/** An enum whose variants carry nothing is the variant's name; else `{ variant: name, [name]: its fields }`. */
function variant(reader: Reader, variants: readonly { name: string; fields: readonly Field[] }[]): unknown {
  const [index = 0] = take(reader, 1)
  const found = variants[index]
  if (!found) throw new Malformed()
  const plain = variants.every(({ fields }) => fields.length === 0)
  return plain ? found.name : { variant: found.name, [found.name]: struct(reader, found.fields) }
}
