import type { CircuitInputs } from './circuitInputs.ts'

type Json = string | Json[] | { [key: string]: Json }

/** Circuit inputs as JSON: every number in them is a field element, written as a decimal string. */
export function encodeCircuitInputs(inputs: CircuitInputs): unknown {
  return encode(inputs)
}

/** The inverse of `encodeCircuitInputs`; the shape is the writer's (our own table row). */
export function decodeCircuitInputs(json: unknown): CircuitInputs {
  return decode(json as Json) as CircuitInputs
}

function encode(value: unknown): Json {
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return value.map(encode)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encode(item)]))
  throw new TypeError(`circuit inputs hold field elements only, found ${typeof value}`)
}

function decode(value: Json): unknown {
  if (typeof value === 'string') return BigInt(value)
  if (Array.isArray(value)) return value.map(decode)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(item)]))
}
