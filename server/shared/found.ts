/** What stands at a path of untrusted JSON; undefined where nothing does. Only own members are looked at. */
export function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let at = input
  for (const segment of path)
    at = at !== null && typeof at === 'object' && Object.hasOwn(at, segment) ? (at as Record<PropertyKey, unknown>)[segment] : undefined
  return at
}

/** What was found, short enough for an error body. */
export function shortly(value: unknown): unknown {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (value !== null && typeof value === 'object') return 'an object'
  return typeof value === 'string' && value.length > 100 ? `${value.slice(0, 100)}…` : value
}
