import type { Json } from './draft.ts'

const isRecord = (value: Json | undefined): value is { [name: string]: Json } =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** The value at a path of names (`out.addresses`); undefined where there is none. */
export function jsonAt(value: Json, path: string): Json | undefined {
  let at: Json | undefined = value
  for (const name of path.split('.')) at = isRecord(at) && Object.hasOwn(at, name) ? at[name] : undefined
  return at
}

/** The same with another value at the path. Undefined takes it away, and with it what is left empty above. */
export function withJsonAt(value: Json, path: string, to: Json | undefined): Json {
  const [name = '', ...rest] = path.split('.')
  const record = isRecord(value) ? value : {}
  const inner = rest.length === 0 ? to : withJsonAt(record[name] ?? {}, rest.join('.'), to)
  const empty = inner === undefined || (rest.length > 0 && isRecord(inner) && Object.keys(inner).length === 0)
  const others = Object.entries(record).filter(([key]) => key !== name)
  // In its old place, so that a text of it does not jump about.
  const entries = Object.hasOwn(record, name) ? Object.entries(record) : [...others, [name, inner] as const]
  return Object.fromEntries(empty ? others : entries.map(([key, old]) => [key, key === name ? inner : old])) as Json
}
