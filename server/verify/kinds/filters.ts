import type { AbiParameter } from 'viem'
import { isAddress } from 'viem/utils'
import * as z from 'zod'
import { isReference } from '../captures.ts'
import { type Components, holdsAt, parameterAt, valuesAt } from './abi.ts'
import { matchesPattern, patternProblem } from './pattern.ts'

export const operators = [
  'eq',
  'ne',
  'gt',
  'gte',
  'lt',
  'lte',
  'in',
  'notIn',
  'contains',
  'startsWith',
  'between',
  'bitmask',
  'regex',
] as const
export type Operator = (typeof operators)[number]

const single = z.string().max(1000)

/**
 * One condition on one argument. `arg` is a path (`recipient`, `params.tokenIn`, `amounts.0`, `orders.*.maker`, `orders.every.maker`; `*` or `some` = at least
 * one element, `every` = all of them and at least one). `value`: integers in decimal base units, addresses, bytes in hex, text, booleans; a list for
 * `in`, `notIn`, `between` (two bounds) and `bitmask` (mask and value: `(x & mask) == value`); a pattern for `regex` (RE2, linear time); `$account` = the wallet that acted, `$linked` = any
 * wallet of the member, `$prev.name` = what an earlier step captured.
 */
export const filter = z.strictObject({
  arg: z
    .string()
    .regex(/^[A-Za-z_$][\w$]*(\.([A-Za-z_$][\w$]*|\d{1,4}|\*))*$/)
    .max(200),
  op: z.enum(operators),
  value: z.union([single, z.boolean(), z.array(single).min(1).max(100)]),
})

export type Filter = z.infer<typeof filter>
export type Operand = Filter['value']

type Family = 'int' | 'address' | 'bytes' | 'string' | 'bool'

const allowed = {
  int: ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'notIn', 'between', 'bitmask'],
  address: ['eq', 'ne', 'in', 'notIn'],
  bytes: ['eq', 'ne', 'in', 'notIn', 'contains', 'startsWith'],
  string: ['eq', 'ne', 'in', 'notIn', 'contains', 'startsWith', 'regex'],
  bool: ['eq', 'ne'],
} as const satisfies Record<Family, readonly Operator[]>

export function familyOf(type: string): Family | null {
  if (/^u?int\d*$/.test(type)) return 'int'
  if (/^bytes\d*$/.test(type)) return 'bytes'
  return type === 'address' || type === 'string' || type === 'bool' ? type : null
}

export type Problem = { path: (string | number)[]; message: string }

/** What is wrong with a filter against the ABI, or null. */
export function filterProblem(condition: Filter, inputs: Components): Problem | null {
  const parameter = parameterAt(inputs, condition.arg)
  if (!parameter) return { path: ['arg'], message: 'no such argument in the ABI' }
  const top = inputs.find((input) => input.name === condition.arg.split('.')[0])
  const hashed = top && 'indexed' in top && top.indexed === true && isHashedTopic(top)
  if (hashed) return { path: ['arg'], message: 'an indexed string, bytes, array or tuple is only there as its hash: it cannot be compared' }
  const family = familyOf(parameter.type)
  if (!family) return { path: ['arg'], message: `the path must end at a single value, not at ${parameter.type}` }
  const operatorsOfFamily: readonly Operator[] = allowed[family]
  if (!operatorsOfFamily.includes(condition.op)) return { path: ['op'], message: `not possible on ${parameter.type}` }
  return operandProblem(condition, family)
}

const isHashedTopic = (parameter: AbiParameter) => !/^(u?int\d*|address|bool|bytes\d+)$/.test(parameter.type)

function operandProblem({ op, value }: Filter, family: Family): Problem | null {
  const list = op === 'in' || op === 'notIn' || op === 'between' || op === 'bitmask'
  if (list !== Array.isArray(value)) return { path: ['value'], message: list ? 'a list is expected' : 'a single value is expected' }
  if (op === 'between' && Array.isArray(value) && value.length !== 2) return { path: ['value'], message: 'two bounds are expected' }
  if (op === 'bitmask' && Array.isArray(value) && value.length !== 2) return { path: ['value'], message: 'a mask and a value are expected' }
  const pattern = op === 'regex' && typeof value === 'string' && !isReference(value) ? patternProblem(value) : null
  if (pattern !== null) return { path: ['value'], message: pattern }
  const bad = (Array.isArray(value) ? value : [value]).findIndex((item) => !isOperand(item, family))
  if (bad === -1) return null
  return { path: Array.isArray(value) ? ['value', bad] : ['value'], message: expectedOperand[family] }
}

const expectedOperand = {
  int: 'decimal digits of an integer in base units expected',
  address: 'an EVM address with a right checksum, $account or $linked expected',
  bytes: 'hex bytes with 0x expected',
  string: 'text expected',
  bool: 'true or false expected',
} as const satisfies Record<Family, string>

function isOperand(item: string | boolean, family: Family): boolean {
  if (family === 'bool') return typeof item === 'boolean'
  if (typeof item !== 'string') return false
  if (isReference(item)) return true
  if (family === 'int') return /^(0|-?[1-9][0-9]{0,77})$/.test(item)
  if (family === 'bytes') return /^0x([0-9a-fA-F]{2})*$/.test(item)
  return family === 'string' || item === '$account' || item === '$linked' || isAddress(item)
}

/** Who acted and which wallets are linked: lower-case EVM addresses. */
export type Actor = { account: string; linked: readonly string[] }

/** Whether a decoded argument meets the condition, and what it was. */
export function meets(condition: Filter, decoded: { inputs: Components; args: unknown }, actor: Actor): { ok: boolean; got: unknown[] } {
  const parameter = parameterAt(decoded.inputs, condition.arg)
  const family = parameter && familyOf(parameter.type)
  const got = valuesAt(decoded.inputs, decoded.args, condition.arg)
  if (!family) return { ok: false, got }
  return { ok: holdsAt(decoded, condition.arg, (value) => compare(condition, value, family, actor)), got }
}

function compare({ op, value }: Filter, got: unknown, family: Family, actor: Actor): boolean {
  if (family === 'int') return compareIntegers(op, got, Array.isArray(value) ? value : [value])
  if (typeof got !== 'string' && typeof got !== 'boolean') return false
  const normal = family === 'string' || typeof got === 'boolean' ? got : got.toLowerCase()
  const wanted = (Array.isArray(value) ? value : [value]).flatMap((item) => expand(item, family, actor))
  if (op === 'eq' || op === 'in') return wanted.includes(normal)
  if (op === 'ne' || op === 'notIn') return !wanted.includes(normal)
  if (typeof normal !== 'string') return false
  const part = String(wanted[0] ?? '')
  if (op === 'startsWith') return normal.startsWith(part)
  if (op === 'regex') return matchesPattern(part, normal)
  if (op !== 'contains') return false
  return family === 'string' ? normal.includes(part) : containsBytes(normal, part)
}

function expand(item: string | boolean, family: Family, actor: Actor): (string | boolean)[] {
  if (family === 'string' || typeof item === 'boolean') return [item]
  if (item === '$account') return [actor.account]
  return item === '$linked' ? [...actor.linked] : [item.toLowerCase()]
}

/** On whole bytes only: half a byte further it would be another value. */
export function containsBytes(hex: string, part: string): boolean {
  const needle = part.slice(2)
  for (let at = hex.indexOf(needle, 2); at !== -1; at = hex.indexOf(needle, at + 1)) if (at % 2 === 0) return true
  return false
}

/** Integers of any width; what is not an integer meets no condition. */
export function compareIntegers(op: Operator, got: unknown, wanted: readonly (string | boolean)[]): boolean {
  const value = toInteger(got)
  const bounds = wanted.map(toInteger)
  const [first = null, second = null] = bounds
  if (value === null || first === null) return false
  if (op === 'between') return second !== null && value >= first && value <= second
  if (op === 'bitmask') return second !== null && (value & first) === second
  if (op === 'in') return bounds.includes(value)
  if (op === 'notIn') return !bounds.includes(value)
  return integerOrder(op, value, first)
}

function integerOrder(op: Operator, value: bigint, wanted: bigint): boolean {
  if (op === 'eq') return value === wanted
  if (op === 'ne') return value !== wanted
  if (op === 'gt') return value > wanted
  if (op === 'gte') return value >= wanted
  return op === 'lt' ? value < wanted : op === 'lte' && value <= wanted
}

/** A bigint from what an ABI decoder or stored evidence holds; null when it is no integer. */
export function toInteger(value: unknown): bigint | null {
  if (typeof value === 'bigint') return value
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : null
  return typeof value === 'string' && /^-?\d{1,90}$/.test(value) ? BigInt(value) : null
}
