import * as z from 'zod'
import { fromHex } from '#server/shared/bytes.ts'
import type { Components } from './abi.ts'
import type { Refuse } from './abiParams.ts'
import { decodeAt, decodeFields, type Field, type Shape } from './borsh.ts'
import { discriminatorOf, type IdlAccount, type IdlInstruction, shapesOf } from './idl.ts'

/** Most bytes of an account that are read. */
export const mostBytes = 16_384

const fixed = ['u8', 'u16', 'u32', 'u64', 'u128', 'u256', 'i8', 'i16', 'i32', 'i64', 'i128', 'i256', 'bool', 'pubkey'] as const

/** A value at a fixed place. `text` (UTF-8) and `rest` (bytes) go on to the end; `bytes`: so many. Integers are little-endian unless said otherwise. */
const place = z.strictObject({
  name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/),
  offset: z
    .int()
    .min(0)
    .max(mostBytes - 1),
  type: z.union([z.enum([...fixed, 'text', 'rest']), z.strictObject({ bytes: z.int().min(1).max(1024) })]),
  bigEndian: z.boolean().optional(),
})
export const layout = z.array(place).min(1).max(32)
export type Place = z.infer<typeof place>

/** Bytes that are read by an IDL, by places, or not at all. */
export type Reading = { idl?: IdlInstruction | IdlAccount | undefined; layout?: readonly Place[] | undefined }

type Shaped = ReturnType<typeof shapesOf>
const shaped = new WeakMap<IdlInstruction | IdlAccount, Shaped>()

/** The fields of an IDL item, or why they cannot be read. */
function idlFields(idl: IdlInstruction | IdlAccount): Shaped {
  const known = shaped.get(idl) ?? shapesOf('args' in idl ? idl.args : idl.fields, idl.types)
  shaped.set(idl, known)
  return known
}

/** The values that conditions may name, as the ABI types that filters know. */
export function componentsOf({ idl, layout: places = [] }: Reading): Components {
  const read = idl ? idlFields(idl) : null
  const fields = read && 'fields' in read ? read.fields : []
  return [...fields, ...places.map((one) => ({ name: one.name, shape: shapeAt(one) }))].map(({ name, shape }) => parameterOf(name, shape))
}

export function checkReading({ idl, layout: places = [] }: Reading, at: { idl: string; layout: string }, refuse: Refuse) {
  const read = idl ? idlFields(idl) : null
  if (read && 'problem' in read) refuse([at.idl], read.problem)
  const names = [...(read && 'fields' in read ? read.fields : []), ...places].map(({ name }) => name)
  const repeated = names.find((name, index) => names.indexOf(name) !== index)
  if (repeated !== undefined) refuse([at.layout], `two values of the name ${repeated}`)
  for (const [index, { offset, type }] of places.entries())
    if (offset + sizeOf(type) > mostBytes) refuse([at.layout, index, 'offset'], `only the first ${mostBytes} bytes are read`)
}

/** The values, or null when the bytes are another thing: another discriminator, too short, against the types. */
export function readBytes(hex: string, { idl, layout: places = [] }: Reading): Record<string, unknown> | null {
  const bytes = fromHex(hex)
  if (!bytes) return null
  const declared = idl ? readIdl(bytes, idl) : {}
  if (declared === null) return null
  const placed = places.map((one): [string, unknown] => [one.name, readPlace(bytes, one)])
  return placed.some(([, value]) => value === null) ? null : { ...declared, ...Object.fromEntries(placed) }
}

/** How many bytes of an account hold all of it. */
export function bytesNeeded({ idl, layout: places = [] }: Reading): number {
  const open = places.some(({ type }) => type === 'text' || type === 'rest')
  return idl || open ? mostBytes : Math.max(0, ...places.map(({ offset, type }) => offset + sizeOf(type)))
}

export function startsWith(bytes: Uint8Array, start: Uint8Array): boolean {
  return start.length <= bytes.length && start.every((byte, index) => bytes[index] === byte)
}

function readIdl(bytes: Uint8Array, idl: IdlInstruction | IdlAccount): Record<string, unknown> | null {
  const start = discriminatorOf(idl)
  const read = idlFields(idl)
  return startsWith(bytes, start) && 'fields' in read ? decodeFields(bytes.subarray(start.length), read.fields) : null
}

function readPlace(bytes: Uint8Array, one: Place): unknown {
  if (one.offset > bytes.length) return null
  if (one.type === 'rest') return decodeAt(bytes, one.offset, { kind: 'fixed', length: bytes.length - one.offset })
  if (one.type === 'text') return textOf(bytes.subarray(one.offset))
  return decodeAt(bytes, one.offset, shapeAt(one))
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function shapeAt({ type, bigEndian = false }: Place): Shape {
  if (typeof type === 'object') return { kind: 'fixed', length: type.bytes }
  if (type === 'text') return { kind: 'string' }
  if (type === 'rest') return { kind: 'bytes' }
  if (type === 'bool' || type === 'pubkey') return { kind: type }
  return { kind: 'int', bits: Number(type.slice(1)), signed: type.startsWith('i'), bigEndian }
}

/** Bytes of a place; what goes on to the end takes all. */
function sizeOf(type: Place['type']): number {
  if (typeof type === 'object') return type.bytes
  if (type === 'text' || type === 'rest') return 0
  if (type === 'bool') return 1
  return type === 'pubkey' ? 32 : Number(type.slice(1)) / 8
}

/** The ABI parameter whose conditions fit the shape. A public key is a text that `internalType` marks. */
function parameterOf(name: string, shape: Shape): Components[number] {
  switch (shape.kind) {
    case 'int':
      return { name, type: `${shape.signed ? 'int' : 'uint'}${shape.bits}` }
    case 'bool':
    case 'string':
    case 'bytes':
      return { name, type: shape.kind }
    case 'fixed':
      return { name, type: 'bytes' }
    case 'pubkey':
      return { name, type: 'string', internalType: 'pubkey' }
    case 'option':
      return parameterOf(name, shape.of)
    case 'list': {
      const element = parameterOf(name, shape.of)
      return { ...element, type: `${element.type}[]` }
    }
    case 'struct':
      return { name, type: 'tuple', components: shape.fields.map((field) => parameterOf(field.name, field.shape)) }
    case 'choice':
      return choiceOf(name, shape.variants)
  }
}

function choiceOf(name: string, variants: readonly { name: string; fields: readonly Field[] }[]): Components[number] {
  if (variants.every(({ fields }) => fields.length === 0)) return { name, type: 'string' }
  const parts = variants.map((one) => parameterOf(one.name, { kind: 'struct', fields: one.fields }))
  return { name, type: 'tuple', components: [{ name: 'variant', type: 'string' }, ...parts] }
}
