import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod'
import type { Field, Shape } from './borsh.ts'

const name = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/)
const byte = z.int().min(0).max(255)
const scalars = [
  'u8',
  'u16',
  'u32',
  'u64',
  'u128',
  'u256',
  'i8',
  'i16',
  'i32',
  'i64',
  'i128',
  'i256',
  'f32',
  'f64',
  'bool',
  'string',
  'bytes',
  'pubkey',
  'publicKey',
] as const

export type IdlType =
  | (typeof scalars)[number]
  | { defined: string | { name: string } }
  | { option: IdlType }
  | { vec: IdlType }
  | { array: [IdlType, number] }

/** Types may be nested so deep; definitions count too. */
const deepest = 8
/** Types with so many parts: definitions that name each other fan out. */
const widest = 1000

const named = z.union([
  z.enum(scalars),
  z.strictObject({ defined: z.union([name, z.object({ name, generics: z.array(z.never()).optional() })]) }),
])
const around = (inner: z.ZodType<IdlType>): z.ZodType<IdlType> =>
  z.union([
    named,
    z.strictObject({ option: inner }),
    z.strictObject({ vec: inner }),
    z.strictObject({ array: z.tuple([inner, z.int().min(0).max(1024)]) }),
  ])
// Built level by level, so that a type that is nested without end is refused before it is walked.
const type = Array.from({ length: deepest }).reduce<z.ZodType<IdlType>>(around, named)

const field = z.object({ name, type })
/** Fields of a tuple have no names: they are `0`, `1` … */
const fields = z.union([z.array(field).max(64), z.array(type).max(64)])
const definition = z.object({
  name,
  serialization: z.literal('borsh').optional(),
  generics: z.array(z.never()).optional(),
  type: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('struct'), fields: fields.optional() }),
    z.object({
      kind: z.literal('enum'),
      variants: z
        .array(z.object({ name, fields: fields.optional() }))
        .min(1)
        .max(256),
    }),
  ]),
})
export const definitions = z.array(definition).max(64).optional()
export type Definitions = z.infer<typeof definitions>

const account = z.object({ name })
/** Older IDLs group accounts. */
const accountOrGroup = z.union([z.object({ name, accounts: z.array(account).max(64) }), account])

/**
 * One instruction out of an Anchor IDL, before 0.30 (`publicKey`, `{ defined: 'Name' }`, no discriminator) or since, with the types that it names beside
 * it. What an IDL says beyond that (docs, seeds, relations) is left out.
 */
export const idlInstruction = z.object({
  name,
  discriminator: z.array(byte).min(1).max(32).optional(),
  accounts: z.array(accountOrGroup).max(64).optional(),
  args: z.array(field).max(64),
  types: definitions,
})
export type IdlInstruction = z.infer<typeof idlInstruction>

/** One account out of an Anchor IDL: its name, discriminator, fields. */
export const idlAccount = z.object({
  name,
  discriminator: z.array(byte).min(1).max(32).optional(),
  fields: z.array(field).max(64),
  types: definitions,
})
export type IdlAccount = z.infer<typeof idlAccount>

/** As it is given, or as Anchor makes it: the first 8 bytes of `sha256("global:name_in_snake_case")` or `sha256("account:Name")`. */
export function discriminatorOf(item: IdlInstruction | IdlAccount): Uint8Array {
  if (item.discriminator) return Uint8Array.from(item.discriminator)
  const text = 'args' in item ? `global:${snakeCase(item.name)}` : `account:${item.name}`
  return sha256(utf8ToBytes(text)).slice(0, 8)
}

const snakeCase = (text: string) =>
  text
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()

/** The names of an instruction's accounts in their order, groups opened. */
export const accountNames = ({ accounts = [] }: IdlInstruction): string[] =>
  accounts.flatMap((one) => ('accounts' in one ? one.accounts.map((inner) => inner.name) : [one.name]))

/** The fields as shapes, or what is wrong with them. */
export function shapesOf(
  wanted: readonly { name: string; type: IdlType }[],
  types: Definitions,
): { fields: Field[] } | { problem: string } {
  const problems: string[] = []
  const made = { values: 0 }
  const shaped = wanted.map((one) => ({ name: one.name, shape: shapeOf(one.type, { types, depth: 0, problems, made }) }))
  const [problem] = problems
  return problem === undefined ? { fields: shaped } : { problem }
}

type Shaping = { types: Definitions; depth: number; problems: string[]; made: { values: number } }

const nothing: Shape = { kind: 'struct', fields: [] }

function shapeOf(type: IdlType, shaping: Shaping): Shape {
  const deeper = { ...shaping, depth: shaping.depth + 1 }
  if (shaping.problems.length > 0) return nothing
  if (++shaping.made.values > widest) return refuse(shaping, `types of more than ${widest} values`)
  if (deeper.depth > 2 * deepest) return refuse(shaping, 'types nested too deep')
  if (typeof type === 'string') return scalar(type)
  if ('option' in type) return { kind: 'option', of: shapeOf(type.option, deeper) }
  if ('vec' in type) return type.vec === 'u8' ? { kind: 'bytes' } : { kind: 'list', of: shapeOf(type.vec, deeper), length: null }
  if ('array' in type) {
    const [of, length] = type.array
    return of === 'u8' ? { kind: 'fixed', length } : { kind: 'list', of: shapeOf(of, deeper), length }
  }
  return defined(typeof type.defined === 'string' ? type.defined : type.defined.name, deeper)
}

function refuse({ problems }: Shaping, problem: string): Shape {
  problems.push(problem)
  return nothing
}

function defined(wanted: string, shaping: Shaping): Shape {
  const found = shaping.types?.find((one) => one.name === wanted)
  if (!found) return refuse(shaping, `no definition of the type ${wanted}`)
  if (found.type.kind === 'struct') return { kind: 'struct', fields: namedFields(found.type.fields, shaping) }
  return {
    kind: 'choice',
    variants: found.type.variants.map((one) => ({ name: one.name, fields: namedFields(one.fields, shaping) })),
  }
}

const namedFields = (list: z.infer<typeof fields> | undefined, shaping: Shaping): Field[] =>
  (list ?? []).map((one, index) =>
    typeof one === 'object' && 'name' in one
      ? { name: one.name, shape: shapeOf(one.type, shaping) }
      : { name: String(index), shape: shapeOf(one, shaping) },
  )

/** Floats are kept as their bytes: amounts are never floats. */
function scalar(type: (typeof scalars)[number]): Shape {
  if (type === 'publicKey' || type === 'pubkey') return { kind: 'pubkey' }
  if (type === 'bool' || type === 'string' || type === 'bytes') return { kind: type }
  const bits = Number(type.slice(1))
  return type.startsWith('f') ? { kind: 'fixed', length: bits / 8 } : { kind: 'int', bits, signed: type.startsWith('i') }
}
