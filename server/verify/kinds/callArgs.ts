import type { AbiParameter } from 'viem'
import { isAddress } from 'viem/utils'
import * as z from 'zod'
import { isReference } from '../captures.ts'
import type { Problem } from './filters.ts'

/** An argument as JSON: integers as decimal strings, bytes in hex, tuples as objects by name or as lists. `$account`: each linked wallet in turn. */
export type CallArg = string | boolean | CallArg[] | { [name: string]: CallArg }
export const callArg: z.ZodType<CallArg> = z.lazy(() =>
  z.union([z.string().max(10_000), z.boolean(), z.array(callArg).max(100), z.record(z.string().max(100), callArg)]),
)

const account = '$account'
const componentsOf = (parameter: AbiParameter): readonly AbiParameter[] => ('components' in parameter ? parameter.components : [])
const elementOf = (parameter: AbiParameter): { element: AbiParameter; size: number | null } | null => {
  const array = /^(.*)\[(\d*)\]$/.exec(parameter.type)
  return array ? { element: { ...parameter, type: array[1] ?? '' }, size: array[2] === '' ? null : Number(array[2]) } : null
}

/** What is wrong with an argument for its type, with the path to it; null when it fits. */
export function argProblem(value: CallArg, parameter: AbiParameter, path: Problem['path']): Problem | null {
  const list = elementOf(parameter)
  if (list) {
    if (!Array.isArray(value)) return { path, message: `a list for ${parameter.type} expected` }
    if (list.size !== null && value.length !== list.size) return { path, message: `${list.size} elements expected` }
    return first(value, (item, index) => argProblem(item, list.element, [...path, index]))
  }
  if (parameter.type === 'tuple') return tupleProblem(value, componentsOf(parameter), path)
  return isSingle(value, parameter.type) ? null : { path, message: `a value of type ${parameter.type} expected` }
}

function tupleProblem(value: CallArg, components: readonly AbiParameter[], path: Problem['path']): Problem | null {
  if (value === null || typeof value !== 'object') return { path, message: 'an object or list for the tuple expected' }
  const keys = Object.keys(value)
  const named = !Array.isArray(value)
  const unknown = named ? keys.find((key) => !components.some(({ name }) => name === key)) : undefined
  if (unknown !== undefined || keys.length !== components.length)
    return {
      path: unknown === undefined ? path : [...path, unknown],
      message: `exactly the ${components.length} fields of the tuple expected`,
    }
  return first(components, (component, index) => {
    const key = named ? (component.name ?? '') : index
    const field = memberOf(value, key)
    return field === undefined ? { path: [...path, key], message: 'this field is missing' } : argProblem(field, component, [...path, key])
  })
}

function first<T>(items: readonly T[], check: (item: T, index: number) => Problem | null): Problem | null {
  for (const [index, item] of items.entries()) {
    const problem = check(item, index)
    if (problem) return problem
  }
  return null
}

function memberOf(container: CallArg, key: string | number): CallArg | undefined {
  if (typeof container !== 'object' || !Object.hasOwn(container, key)) return undefined
  return (container as Record<string | number, CallArg>)[key]
}

function isSingle(value: CallArg, type: string): boolean {
  if (type === 'bool') return typeof value === 'boolean'
  if (typeof value !== 'string') return false
  if (isReference(value) || type === 'string') return true
  if (type === 'address') return value === account || isAddress(value)
  const fixed = /^bytes(\d+)$/.exec(type)
  if (fixed) return new RegExp(`^0x[0-9a-fA-F]{${Number(fixed[1]) * 2}}$`).test(value)
  if (type === 'bytes') return /^0x([0-9a-fA-F]{2})*$/.test(value)
  const integer = /^(u?)int(\d*)$/.exec(type)
  if (!integer || !/^(0|-?[1-9][0-9]{0,77})$/.test(value)) return false
  const bits = BigInt(integer[2] || 256)
  const [low, high] = integer[1] === 'u' ? [0n, 2n ** bits] : [-(2n ** (bits - 1n)), 2n ** (bits - 1n)]
  return BigInt(value) >= low && BigInt(value) < high
}

/** Whether a call is about the wallet that it is made for. */
export function namesAccount(value: CallArg, parameter: AbiParameter): boolean {
  const list = elementOf(parameter)
  if (list) return Array.isArray(value) && value.some((item) => namesAccount(item, list.element))
  if (parameter.type !== 'tuple') return parameter.type === 'address' && value === account
  return componentsOf(parameter).some((component, index) => {
    const field = memberOf(value, Array.isArray(value) ? index : (component.name ?? ''))
    return field !== undefined && namesAccount(field, component)
  })
}

/** The argument as an encoder takes it, with the wallet in the place of `$account`. A text argument stays as it is written. */
export function argFor(value: CallArg, parameter: AbiParameter, wallet: string): unknown {
  const list = elementOf(parameter)
  if (list) return Array.isArray(value) ? value.map((item) => argFor(item, list.element, wallet)) : value
  if (parameter.type === 'tuple') {
    const fields = componentsOf(parameter).map((component, index) => {
      const field = memberOf(value, Array.isArray(value) ? index : (component.name ?? ''))
      return [component.name ?? '', field === undefined ? undefined : argFor(field, component, wallet)] as const
    })
    return fields.every(([name]) => name !== '') ? Object.fromEntries(fields) : fields.map(([, field]) => field)
  }
  if (parameter.type === 'address') return value === account ? wallet : typeof value === 'string' ? value.toLowerCase() : value
  if (/^u?int\d*$/.test(parameter.type) && typeof value === 'string' && /^-?\d{1,78}$/.test(value)) return BigInt(value)
  return value
}
