import { isAddress } from 'viem/utils'
import * as z from 'zod'
import { isReference } from '../captures.ts'
import type { Operator } from './filters.ts'

const operatorsOf = {
  number: ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'notIn', 'between'],
  text: ['eq', 'ne', 'in', 'notIn', 'contains', 'startsWith'],
  address: ['eq', 'ne', 'in', 'notIn'],
  bool: ['eq', 'ne'],
} as const satisfies Record<string, readonly Operator[]>
const operatorNames = ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'notIn', 'between', 'contains', 'startsWith'] as const

/**
 * Where a value stands in JSON: keys, places of a list and `*` (some element) with dots between, such as `data.items.*.owner` or `0.score`;
 * `$` alone is the whole. A subset of JSONPath (RFC 9535) without expressions, so reading takes one walk.
 */
export const jsonPath = z
  .string()
  .max(200)
  .regex(/^(\$|(\$\.)?[^.\s[\]$]+(\.[^.\s[\]$]+)*)$/, 'keys, places and * with dots between are expected')
  .refine((path) => path.split('.').length <= 16, 'at most 16 parts')

const operand = z.string().max(1000)

/** One condition on an answer. Numbers are decimal text, such as `10` or `0.5`; `$account` = the wallet that was asked for, `$linked` = any of the member. */
export const jsonCondition = z
  .strictObject({
    path: jsonPath,
    type: z.enum(['number', 'text', 'address', 'bool']),
    op: z.enum(operatorNames),
    value: z.union([operand, z.boolean(), z.array(operand).min(1).max(100)]),
  })
  .check(({ value: condition, issues }) => {
    const problem = conditionProblem(condition)
    if (problem) issues.push({ code: 'custom', input: condition, path: problem.path, message: problem.message })
  })

export type JsonCondition = {
  path: string
  type: keyof typeof operatorsOf
  op: (typeof operatorNames)[number]
  value: string | boolean | string[]
}

function conditionProblem({ type, op, value }: JsonCondition): { path: (string | number)[]; message: string } | null {
  const possible: readonly string[] = operatorsOf[type]
  if (!possible.includes(op)) return { path: ['op'], message: `not possible on ${type}` }
  const many = op === 'in' || op === 'notIn' || op === 'between'
  if (many !== Array.isArray(value)) return { path: ['value'], message: many ? 'a list is expected' : 'a single value is expected' }
  if (op === 'between' && Array.isArray(value) && value.length !== 2) return { path: ['value'], message: 'two bounds are expected' }
  return [value].flat().every((item) => isOperand(item, type)) ? null : { path: ['value'], message: expected[type] }
}

const expected = {
  number: 'decimal digits such as 10 or 0.5 expected',
  text: 'text expected',
  address: 'an address, $account or $linked expected',
  bool: 'true or false expected',
} as const

function isOperand(item: string | boolean, type: JsonCondition['type']): boolean {
  if (type === 'bool') return typeof item === 'boolean'
  if (typeof item !== 'string') return false
  if (isReference(item) || type === 'text') return true
  if (type === 'number') return toDecimal(item) !== null
  return item === '$account' || item === '$linked' || (item.startsWith('0x') ? isAddress(item) : /^[1-9A-HJ-NP-Za-km-z]{32,44}$/.test(item))
}

/** Who was asked for, and all wallets of the member, as plain addresses; EVM ones in lower case. */
export type Asked = { account: string | null; linked: readonly string[] }

/** Whether some value at the path meets the condition, and what was there. */
export function meetsJson(condition: JsonCondition, json: unknown, asked: Asked): { ok: boolean; got: unknown[] } {
  const got = valuesAtPath(json, condition.path)
  return { ok: got.some((value) => compareJson(condition, value, asked)), got }
}

/** Every value that the path leads to. */
export function valuesAtPath(json: unknown, path: string): unknown[] {
  const segments = path.split('.').filter((segment, index) => !(index === 0 && segment === '$'))
  return segments.reduce<unknown[]>((found, segment) => found.flatMap((value) => childrenOf(value, segment)), [json])
}

function childrenOf(value: unknown, segment: string): unknown[] {
  if (value === null || typeof value !== 'object') return []
  if (segment === '*') return Object.values(value)
  if (Array.isArray(value) && !/^(0|[1-9]\d{0,5})$/.test(segment)) return []
  return Object.hasOwn(value, segment) ? [(value as Record<string, unknown>)[segment]] : []
}

function compareJson({ type, op, value }: JsonCondition, got: unknown, asked: Asked): boolean {
  const operands = [value].flat()
  if (type === 'bool') return typeof got === 'boolean' && (op === 'eq' ? got === operands[0] : got !== operands[0])
  if (type === 'number') return compareNumbers(op, toDecimal(got), operands.map(toDecimal))
  // Nobody was asked for: "not my wallet" would hold for everyone.
  if (typeof got !== 'string' || (type === 'address' && asked.account === null && operands.includes('$account'))) return false
  const normal = type === 'address' ? plainAddress(got) : got
  const wanted = type === 'address' ? operands.flatMap((item) => expand(String(item), asked)) : operands
  if (op === 'eq' || op === 'in') return wanted.includes(normal)
  if (op === 'ne' || op === 'notIn') return !wanted.includes(normal)
  const part = String(wanted[0] ?? '')
  return op === 'startsWith' ? normal.startsWith(part) : op === 'contains' && normal.includes(part)
}

const plainAddress = (text: string) => (text.startsWith('0x') ? text.toLowerCase() : text)

function expand(item: string, { account, linked }: Asked): string[] {
  if (item === '$account') return account === null ? [] : [account]
  return item === '$linked' ? [...linked] : [plainAddress(item)]
}

function compareNumbers(op: JsonCondition['op'], got: bigint | null, bounds: readonly (bigint | null)[]): boolean {
  const [first = null, second = null] = bounds
  if (got === null || first === null) return false
  if (op === 'between') return second !== null && got >= first && got <= second
  if (op === 'eq' || op === 'in') return bounds.includes(got)
  if (op === 'ne' || op === 'notIn') return !bounds.includes(got)
  if (op === 'gt') return got > first
  if (op === 'gte') return got >= first
  return op === 'lt' ? got < first : op === 'lte' && got <= first
}

const places = 36

/**
 * A number as an integer of 36 decimal places; null when it is none. A JSON number that JavaScript cannot hold exactly (from 2^53) is none either:
 * an endpoint that has such numbers sends them as text.
 */
export function toDecimal(value: unknown): bigint | null {
  if (typeof value === 'number') return Math.abs(value) < 2 ** 53 ? toDecimal(plainDigits(value)) : null
  if (typeof value !== 'string') return null
  const match = /^(-?)(0|[1-9]\d{0,77})(?:\.(\d{1,36}))?$/.exec(value)
  if (!match) return null
  const digits = BigInt(`${match[2]}${(match[3] ?? '').padEnd(places, '0')}`)
  return match[1] === '-' ? -digits : digits
}

/** Small numbers are written with an exponent: `1e-7`. */
function plainDigits(value: number): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?e-(\d+)$/.exec(String(value))
  if (!match) return String(value)
  const fraction = `${'0'.repeat(Number(match[4]) - 1)}${match[2]}${match[3] ?? ''}`.slice(0, places)
  return `${match[1]}0.${fraction}`
}
