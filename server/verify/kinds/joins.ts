import { type AbiEvent, type AbiParameter, encodeAbiParameters, type Hex, keccak256 } from 'viem'
import * as z from 'zod'
import { type Components, parameterAt, valuesAt } from './abi.ts'
import type { Refuse } from './abiParams.ts'
import { familyOf, toInteger } from './filters.ts'

const path = z.string().max(200)

/**
 * Arguments of two events that must be equal. `out` may be the hash of several arguments: keccak256(prefix ‖ abi.encode(arguments)), as bridges make the
 * id of a message (`prefix`: the selector of the function that delivers it).
 */
export const join = z.strictObject({
  out: z.union([
    path,
    z.strictObject({
      keccak: z.array(path).min(1).max(16),
      prefix: z
        .string()
        .regex(/^0x([0-9a-fA-F]{2}){1,64}$/)
        .optional(),
    }),
  ]),
  in: path,
})
export type Join = z.infer<typeof join>

/** Both sides must be single values of one sort; an address may stand in 32 bytes on the other chain. */
export function checkJoins(joins: readonly Join[], events: { out: AbiEvent; in: AbiEvent }, refuse: Refuse) {
  for (const [index, one] of joins.entries()) {
    const target = parameterAt(events.in.inputs, one.in)
    const sort = target && sortOf(target.type)
    if (!target || sort === null || isHashed(events.in, one.in)) {
      refuse(['join', index, 'in'], 'an argument with a single value expected')
      continue
    }
    if (typeof one.out !== 'string') {
      const wrong = one.out.keccak.findIndex(
        (arg) => !parameterAt(events.out.inputs, arg) || isHashed(events.out, arg) || arg.includes('*'),
      )
      if (wrong !== -1) refuse(['join', index, 'out', 'keccak', wrong], 'no such argument')
      if (sort !== 'bytes') refuse(['join', index, 'in'], 'an argument of type bytes32 expected')
      continue
    }
    const source = parameterAt(events.out.inputs, one.out)
    if (!source || isHashed(events.out, one.out) || sortOf(source.type) !== sort)
      refuse(['join', index, 'out'], `an argument that can equal ${target.type} expected`)
  }
}

/** Addresses and bytes are compared as words. */
function sortOf(type: string): string | null {
  const family = familyOf(type)
  return family === 'address' ? 'bytes' : family
}

function isHashed(event: AbiEvent, arg: string): boolean {
  const top = event.inputs.find(({ name }) => name === arg.split('.')[0])
  return top?.indexed === true && !/^(address|bool|u?int\d*|bytes\d+)$/.test(top.type)
}

/** The values that the other side must have, in the order of the joins, or null when one of them is not there. */
export function outKey(joins: readonly Join[], inputs: Components, args: unknown): string[] | null {
  return whole(joins.map(({ out }) => (typeof out === 'string' ? keyAt(inputs, args, out) : hashOf(out, inputs, args))))
}

export function inKey(joins: readonly Join[], inputs: Components, args: unknown): string[] | null {
  return whole(joins.map((one) => keyAt(inputs, args, one.in)))
}

const whole = (parts: (string | null)[]) => (parts.includes(null) ? null : parts.flatMap((part) => part ?? []))

function keyAt(inputs: Components, args: unknown, path: string): string | null {
  const [value, ...more] = valuesAt(inputs, args, path)
  if (value === undefined || more.length > 0) return null
  const type = parameterAt(inputs, path)?.type ?? ''
  if (familyOf(type) === 'int') return toInteger(value)?.toString() ?? null
  if (type === 'address' && typeof value === 'string') return `0x${value.slice(2).toLowerCase().padStart(64, '0')}`
  return type === 'string' ? String(value) : String(value).toLowerCase()
}

function hashOf({ keccak, prefix = '0x' }: Exclude<Join['out'], string>, inputs: Components, args: unknown): string | null {
  const parameters = keccak.flatMap((path): AbiParameter[] => [parameterAt(inputs, path) ?? []].flat())
  const values = keccak.map((path) => valuesAt(inputs, args, path)[0])
  try {
    return keccak256(`${prefix}${encodeAbiParameters(parameters, values).slice(2)}` as Hex).toLowerCase()
  } catch {
    // A value of another shape than its type: such a log joins nothing.
    return null
  }
}

/** Topics that the other side's log must have, where a joined argument is indexed: every value that is looked for, in order. Null: none is. */
export function topicsFor(joins: readonly Join[], event: AbiEvent, keys: readonly (readonly string[])[]): (string[] | null)[] | null {
  const indexed = event.inputs.filter(({ indexed }) => indexed)
  const topics = indexed.map(({ name, type }) => {
    const at = joins.findIndex((one) => one.in === name)
    return at === -1 ? null : [...new Set(keys.flatMap((key) => wordOf(type, key[at] ?? '') ?? []))].toSorted()
  })
  return topics.every((values) => values === null) ? null : topics
}

/** A key as the 32-byte word of a topic; null when that type cannot hold it. */
function wordOf(type: string, key: string): string | null {
  try {
    const value =
      familyOf(type) === 'int' ? BigInt(key) : type === 'bool' ? key === 'true' : type === 'address' ? `0x${key.slice(26)}` : key
    return encodeAbiParameters([{ type }], [value]).toLowerCase()
  } catch {
    return null
  }
}
