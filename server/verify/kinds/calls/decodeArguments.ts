import { type AbiParameter, hexToString } from 'viem'
import { type Components, componentsOf, headWords, isDynamic } from '../abi.ts'
import { addressAt, bytesAt, type Digits, listAt, type Slots, slice, tailAt, uintAt } from './hexWords.ts'

/** So many values of one call are read: a hostile one may point at the same list a thousand times. */
export const mostValues = 50_000

/**
 * The arguments of a call by their names, integers as bigints, addresses and bytes in lower-case hex. Null when the input is not what the ABI says or holds more
 * than `mostValues`. (viem's decoder takes a second for a megabyte of integers.)
 */
export function decodeArguments(inputs: Components, input: Digits): Record<string, unknown> | null {
  const decoded = sequence(inputs, { slots: { data: input, base: 4 }, slot: 0 }, { left: mostValues })
  return decoded && Object.fromEntries(inputs.map(({ name }, index) => [name ?? '', decoded[index]]))
}

/** Where the head of a value stands; offsets in it count from the slots' base. */
type Head = { slots: Slots; slot: number }
type Budget = { left: number }
/** A decoded value, or null where there is none: no ABI type has null among its values. */
type Decoded = NonNullable<unknown> | null

function sequence(parameters: Components, { slots, slot }: Head, budget: Budget): NonNullable<unknown>[] | null {
  const values: NonNullable<unknown>[] = []
  let at = slot
  for (const parameter of parameters) {
    const value = decode(parameter, { slots, slot: at }, budget)
    if (value === null) return null
    values.push(value)
    at += headWords(parameter)
  }
  return values
}

function decode(parameter: AbiParameter, head: Head, budget: Budget): Decoded {
  if (--budget.left < 0) return null
  const array = /^(.*)\[(\d*)\]$/.exec(parameter.type)
  if (array) return decodeArray({ ...parameter, type: array[1] ?? '' }, array[2] ?? '', { head, budget })
  if (parameter.type === 'tuple') return decodeTuple(parameter, head, budget)
  if (parameter.type === 'bytes' || parameter.type === 'string') {
    const bytes = bytesAt(head.slots, head.slot)
    return bytes === null ? null : parameter.type === 'bytes' ? `0x${bytes}` : hexToString(`0x${bytes}`)
  }
  return decodeWord(parameter.type, head)
}

function decodeTuple(parameter: AbiParameter, head: Head, budget: Budget): Decoded {
  const components = componentsOf(parameter)
  const tail = isDynamic(parameter) ? tailAt(head.slots, head.slot) : null
  if (isDynamic(parameter) && tail === null) return null
  const values = sequence(components, tail ? { slots: tail, slot: 0 } : head, budget)
  if (values === null || components.some(({ name }) => !name)) return values
  return Object.fromEntries(components.map(({ name }, index) => [name ?? '', values[index]]))
}

function decodeArray(element: AbiParameter, length: string, { head, budget }: { head: Head; budget: Budget }): Decoded {
  const list = length === '' ? listAt(head.slots, head.slot) : null
  const fixed = length !== '' && isDynamic(element) ? tailAt(head.slots, head.slot) : null
  if (length === '' ? list === null : isDynamic(element) && fixed === null) return null
  const start: Head = list ? { slots: list.heads, slot: 0 } : fixed ? { slots: fixed, slot: 0 } : head
  const count = list ? list.length : Number(length)
  if (count > budget.left) return null
  const values: NonNullable<unknown>[] = []
  const width = headWords(element)
  for (let index = 0; index < count; index++) {
    const value = decode(element, { slots: start.slots, slot: start.slot + index * width }, budget)
    if (value === null) return null
    values.push(value)
  }
  return values
}

/** A value of one word. Bits beyond its type are an error, as they are to a contract. */
function decodeWord(type: string, { slots, slot }: Head): Decoded {
  const value = uintAt(slots, slot)
  if (value === null) return null
  if (type === 'address') return value >> 160n === 0n ? addressAt(slots, slot) : null
  if (type === 'bool') return value > 1n ? null : value === 1n
  const bytes = /^bytes(\d+)$/.exec(type)
  if (bytes) {
    const size = Number(bytes[1])
    const word = slice(slots.data, slots.base + 32 * slot, 32) ?? ''
    return /^0*$/.test(word.slice(2 * size)) ? `0x${word.slice(0, 2 * size)}` : null
  }
  const integer = /^(u?)int(\d*)$/.exec(type)
  if (!integer) return null
  const bits = Number(integer[2] || 256)
  if (integer[1] === 'u') return value >> BigInt(bits) === 0n ? value : null
  const signed = BigInt.asIntN(bits, value)
  return BigInt.asUintN(256, signed) === value ? signed : null
}
