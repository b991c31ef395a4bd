/**
 * ABI-encoded bytes as hex digits without `0x`, read word by word without decoding the rest: input of a megabyte costs what is looked at.
 * Offsets count bytes. Whatever does not lie inside the bytes is null. Source: Solidity ABI specification, "Formal Specification of the Encoding".
 */
export type Digits = string

/** A head of slots: where it begins; offsets in it count from there. */
export type Slots = { data: Digits; base: number }

const sizeOf = (data: Digits) => data.length / 2

/** The hex digits of well-formed bytes in lower case, or null. */
export function digitsOf(hex: string): Digits | null {
  return hex.startsWith('0x') && hex.length % 2 === 0 && /^[0-9a-fA-F]*$/.test(hex.slice(2)) ? hex.slice(2).toLowerCase() : null
}

export function slice(data: Digits, from: number, length: number): Digits | null {
  return from + length <= sizeOf(data) ? data.slice(2 * from, 2 * (from + length)) : null
}

function wordAt({ data, base }: Slots, slot: number): Digits | null {
  return slice(data, base + 32 * slot, 32)
}

export function uintAt(slots: Slots, slot: number): bigint | null {
  const word = wordAt(slots, slot)
  return word === null ? null : BigInt(`0x${word}`)
}

/** A length or an offset: more than the bytes hold is null. */
function sizeAt(slots: Slots, slot: number): number | null {
  const word = wordAt(slots, slot)
  if (word === null || !word.startsWith('0'.repeat(52))) return null
  const size = Number.parseInt(word.slice(52), 16)
  return size <= sizeOf(slots.data) ? size : null
}

/** The low 20 bytes: what a contract makes of a word that it takes as an address. */
export function addressAt(slots: Slots, slot: number): string | null {
  const word = wordAt(slots, slot)
  return word === null ? null : `0x${word.slice(24)}`
}

/** Where the dynamic value of a slot begins. */
export function tailAt(slots: Slots, slot: number): Slots | null {
  const offset = sizeAt(slots, slot)
  return offset === null ? null : { data: slots.data, base: slots.base + offset }
}

export function bytesAt(slots: Slots, slot: number): Digits | null {
  const tail = tailAt(slots, slot)
  const length = tail && sizeAt(tail, 0)
  return tail === null || length === null ? null : slice(slots.data, tail.base + 32, length)
}

/** A dynamic array: how many elements, and the slots of their heads. */
export function listAt(slots: Slots, slot: number): { length: number; heads: Slots } | null {
  const tail = tailAt(slots, slot)
  const length = tail && sizeAt(tail, 0)
  return tail === null || length === null ? null : { length, heads: { data: slots.data, base: tail.base + 32 } }
}
