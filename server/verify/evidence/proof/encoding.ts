import { type Hex, toRlp } from 'viem'
import type { RawFields } from '#chains/reader.ts'

export type Rlp = Hex | Rlp[]

/** A field of a node's JSON that cannot be encoded: nothing is proven with it. */
export class NotEncodable extends Error {
  override readonly name = 'NotEncodable'
}

/** `number`: RLP scalar, no leading zeros. `bytes`: as it stands. */
export type FieldForm = 'number' | 'bytes'

export function scalar(value: unknown): Hex {
  if (typeof value !== 'string' || !/^0x[0-9a-fA-F]{1,64}$/.test(value)) throw new NotEncodable('a quantity is not hex')
  const digits = value.slice(2).replace(/^0+/, '')
  return `0x${digits.length % 2 === 1 ? '0' : ''}${digits}`
}

export function bytes(value: unknown): Hex {
  if (typeof value !== 'string' || !/^0x(?:[0-9a-fA-F]{2})*$/.test(value)) throw new NotEncodable('bytes are not hex')
  return value as Hex
}

export function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new NotEncodable('a list is missing')
  return value
}

export function fields(value: unknown): RawFields {
  if (typeof value !== 'object' || value === null) throw new NotEncodable('an object is missing')
  return value as RawFields
}

/** EIP-2718: the type's byte in front of the payload; type 0 is the payload alone. */
export function typed(type: number, payload: Rlp[]): Hex {
  const encoded = toRlp(payload)
  return type === 0 ? encoded : `0x${type.toString(16).padStart(2, '0')}${encoded.slice(2)}`
}

export function typeOf({ type }: RawFields): number {
  if (type === undefined || type === null) return 0
  const number = Number(typeof type === 'string' ? type : Number.NaN)
  if (!Number.isInteger(number) || number < 0 || number > 0x7f) throw new NotEncodable('an unknown type')
  return number
}
