import { CairnError } from '#server/shared/errors.ts'
import type { RestRoute } from './route.ts'

/** Routes of one path, and what the path's names are in a call. */
export type Match = { routes: RestRoute[]; params: Record<string, string> }

/** Finds the routes of a path. Paths with names are matched part by part; a name is never empty and never holds a slash, an escaped one included. */
export function createMatcher(routes: readonly RestRoute[]): (pathname: string) => Match | null {
  const paths = new Map<string, RestRoute[]>()
  for (const route of routes) paths.set(route.path, [...(paths.get(route.path) ?? []), route])
  const patterns = [...paths].map(([path, same]) => {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    return { names, same, pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`) }
  })
  return (pathname) => {
    for (const { names, same, pattern } of patterns) {
      const found = pattern.exec(pathname)
      if (found) return { routes: same, params: Object.fromEntries(names.map((name, i) => [name, decodePart(found[i + 1] ?? '')])) }
    }
    return null
  }
}

/** The query, each name once. */
export function queryFields(params: URLSearchParams): Record<string, string> {
  const fields = new Map<string, string>()
  for (const [name, value] of params) {
    if (fields.has(name))
      throw new CairnError('input.invalid', `${name.slice(0, 40)} comes twice.`, { meta: { field: name.slice(0, 40), expected: 'once' } })
    fields.set(name, value)
  }
  return Object.fromEntries(fields)
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch (cause) {
    throw new CairnError('input.invalid', 'The path has a broken escape.', { meta: { field: 'path', found: part.slice(0, 80) }, cause })
  }
}
