import type { AbiEntry, Mutability, Param } from './abiEntry.ts'
import { keyOf } from './abiEntry.ts'
import { malformed, shown } from './malformed.ts'

/** `depth`: of tuples in tuples; `parameters`: of one entry, parts of tuples included. */
export const abiLimits = { bytes: 200_000, entries: 2000, depth: 8, parameters: 100, name: 120 } as const

/** What is valid and of no use to a rule, or of a type that we cannot read: said, not refused. */
export type Skipped = { field: string; found: string }
export type ReadAbi = { entries: AbiEntry[]; skipped: Skipped[] }

/** Kinds of entries that no rule is about. */
const others = new Set(['constructor', 'fallback', 'receive', 'error'])
const mutabilities: readonly unknown[] = ['pure', 'view', 'nonpayable', 'payable'] satisfies Mutability[]
const mostIndexed = 3

/** A JSON ABI as functions and events, each once. Throws `abi.malformed` with the path of the first thing that is wrong. */
export function readEntries(list: readonly unknown[], field = 'abi'): ReadAbi {
  if (list.length > abiLimits.entries) throw malformed(field, list, `at most ${abiLimits.entries} entries`)
  const entries = new Map<string, AbiEntry>()
  const skipped: Skipped[] = []
  for (const [index, item] of list.entries()) {
    const at = `${field}.${index}`
    const reading: Reading = { left: abiLimits.parameters, unknown: null }
    const entry = readEntry(item, at, reading)
    if (reading.unknown) skipped.push(reading.unknown)
    else if (entry) entries.set(keyOf(entry), entry)
  }
  return { entries: [...entries.values()], skipped }
}

/** `left`: how many more parameters the entry may have; `unknown`: the first type in it that we do not know. */
type Reading = { left: number; unknown: Skipped | null }

function readEntry(item: unknown, at: string, reading: Reading): AbiEntry | null {
  const given = objectAt(item, at)
  // JSON of contracts leaves the type out where it is a function.
  const { type = 'function' } = given
  if (typeof type === 'string' && others.has(type)) return null
  if (type !== 'function' && type !== 'event')
    throw malformed(`${at}.type`, type, 'function, event, error, constructor, fallback or receive')
  const name = given.name
  if (!isIdentifier(name)) throw malformed(`${at}.name`, name, 'a Solidity name')
  const inputs = readParams(given.inputs ?? [], { at: `${at}.inputs`, depth: 1, event: type === 'event' }, reading)
  if (type === 'event') {
    if (given.anonymous === true) reading.unknown ??= { field: at, found: 'an anonymous event: its logs do not say what they are' }
    const indexed = inputs.filter((input) => input.indexed).length
    if (indexed > mostIndexed) throw malformed(`${at}.inputs`, `${indexed} indexed`, `at most ${mostIndexed} indexed`)
    return { type, name, inputs }
  }
  const outputs = readParams(given.outputs ?? [], { at: `${at}.outputs`, depth: 1, event: false }, reading)
  return { type, name, inputs, outputs, mutability: mutabilityOf(given, at) }
}

/** Compilers before 0.5 wrote `constant` and `payable`. */
function mutabilityOf({ stateMutability, constant, payable }: Record<string, unknown>, at: string): Mutability {
  if (stateMutability === undefined) return constant === true ? 'view' : payable === true ? 'payable' : 'nonpayable'
  if (!mutabilities.includes(stateMutability)) throw malformed(`${at}.stateMutability`, stateMutability, mutabilities.join(', '))
  return stateMutability as Mutability
}

type Place = { at: string; depth: number; event: boolean }

function readParams(list: unknown, { at, depth, event }: Place, reading: Reading): Param[] {
  if (!Array.isArray(list)) throw malformed(at, list, 'a list')
  if (depth > abiLimits.depth) throw malformed(at, `${depth} levels of tuples`, `at most ${abiLimits.depth}`)
  reading.left -= list.length
  if (reading.left < 0) throw malformed(at, list, `at most ${abiLimits.parameters} parameters in one entry`)
  const given = list.map((item: unknown, index) => objectAt(item, `${at}.${index}`))
  const names = namesOf(given, at)
  return given.map(({ type, components, indexed }, index): Param => {
    const place = `${at}.${index}`
    if (typeof type !== 'string') throw malformed(`${place}.type`, type, 'a Solidity type')
    const known = typeIn(type)
    if (known === null) reading.unknown ??= { field: `${place}.type`, found: shown(type) }
    if (indexed !== undefined && typeof indexed !== 'boolean') throw malformed(`${place}.indexed`, indexed, 'true or false')
    const parts = known?.startsWith('tuple')
      ? readParams(components, { at: `${place}.components`, depth: depth + 1, event: false }, reading)
      : null
    if (parts?.length === 0) throw malformed(`${place}.components`, 'nothing', 'the parts of the tuple')
    return {
      name: names[index] ?? `_${index}`,
      type: known ?? '',
      ...(event && indexed === true ? { indexed } : {}),
      ...(parts ? { components: parts } : {}),
    }
  })
}

/** Names that a declaration can hold: what is missing, reserved or there twice is called by its place. */
function namesOf(params: readonly Record<string, unknown>[], at: string): string[] {
  const taken = new Set(params.map(({ name }) => name))
  const used = new Set<unknown>()
  return params.map(({ name = '' }, index) => {
    if (name !== '' && !isIdentifier(name)) throw malformed(`${at}.${index}.name`, name, 'a Solidity name')
    let own = name
    if (own === '' || isReserved(own) || used.has(own)) for (own = `_${index}`; taken.has(own) || used.has(own); ) own = `_${own}`
    used.add(own)
    return own
  })
}

const isIdentifier = (name: unknown): name is string =>
  typeof name === 'string' && name.length <= abiLimits.name && /^[A-Za-z_$][\w$]*$/.test(name)

/** Words of Solidity that name nothing, and the one name that would change the object it is put into. */
const reserved = new Set(
  `__proto__ abstract address after alias anonymous apply auto bool break byte calldata case catch constant constructor continue contract copyof
  default define defined delete do else enum error event external fallback false final fixed for function hex if immutable implements import in
  indexed inline interface internal is let library macro mapping match memory modifier mutable new null of override partial payable pragma private
  promise public pure receive reference relocatable return returns sealed sizeof static storage string struct super supports switch this throw true
  try tuple typedef typeof ufixed unchecked using var view virtual while`.split(/\s+/),
)
const isReserved = (name: string) => reserved.has(name) || /^(u?int|bytes)\d*$/.test(name)

/** The type in its full form, null when it is none that we can read (function pointers, fixed-point numbers, types of libraries). */
function typeIn(type: string): string | null {
  const [, base = '', arrays = ''] = /^([a-z]+\d*)((?:\[(?:[1-9]\d{0,3})?\]){0,4})$/.exec(type) ?? []
  if (/^(address|bool|string|bytes|tuple)$/.test(base)) return `${base}${arrays}`
  if (/^bytes([1-9]|[12]\d|3[0-2])$/.test(base)) return `${base}${arrays}`
  const integer = /^(u?int)(\d*)$/.exec(base)
  const bits = Number(integer?.[2] || 256)
  return integer && bits % 8 === 0 && bits > 0 && bits <= 256 && !/^0/.test(integer[2] ?? '') ? `${integer[1]}${bits}${arrays}` : null
}

function objectAt(value: unknown, at: string): Record<string, unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw malformed(at, value, 'an object')
  return value as Record<string, unknown>
}
