import type { Fact } from './evidence.ts'

const reference = /^\$prev\.([a-z][A-Za-z0-9]{0,31})$/

/** Whether a value stands for one that an earlier step captured, such as `$prev.position`. */
export const isReference = (value: unknown): boolean => typeof value === 'string' && reference.test(value)

const references = new WeakMap<object, readonly string[]>()

/** The names that a leaf's parameters take from earlier steps. Looked for once: parameters never change, and many members are judged by them. */
export function referencesIn(params: object): readonly string[] {
  const known = references.get(params) ?? [...new Set(stringsIn(params).flatMap((text) => reference.exec(text)?.[1] ?? []))]
  references.set(params, known)
  return known
}

/** The parameters with captured values in the place of their names, or the name that no earlier step has captured yet. */
export function resolveParams<P extends object>(
  params: P,
  captured: Readonly<Record<string, string>>,
): { params: P } | { missing: string } {
  const names = referencesIn(params)
  const missing = names.find((name) => !Object.hasOwn(captured, name))
  if (missing !== undefined) return { missing }
  // Only strings were replaced, by strings.
  return { params: names.length === 0 ? params : (replaceIn(params, captured) as P) }
}

/** The values that a passed leaf captures out of the first fact it rests on; a path that leads nowhere captures nothing. */
export function capturedBy(capture: Readonly<Record<string, string>> | undefined, facts: readonly Fact[]): Record<string, string> {
  const args = facts[0]?.decoded.args
  return Object.fromEntries(
    Object.entries(capture ?? {}).flatMap(([name, path]) => {
      const value = path.split('.').reduce(child, args)
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}

function child(container: unknown, segment: string): unknown {
  if (container === null || typeof container !== 'object' || !Object.hasOwn(container, segment)) return undefined
  return (container as Record<string, unknown>)[segment]
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(stringsIn)
}

function replaceIn(value: unknown, captured: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') {
    const name = reference.exec(value)?.[1]
    return name === undefined ? value : captured[name]
  }
  if (Array.isArray(value)) return value.map((item) => replaceIn(item, captured))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaceIn(item, captured)]))
}
