import fc from 'fast-check'

type Spot = (string | number)[]

function spotsOf(value: unknown, path: Spot = []): Spot[] {
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, item]) => spotsOf(item, [...path, Array.isArray(value) ? Number(key) : key]))
  return typeof value === 'boolean' || typeof value === 'number' || (typeof value === 'string' && value !== '') ? [path] : []
}

/** A copy of a JSON value in which one character of one text, one number or one flag is another. */
export function mutated<T>(value: T): fc.Arbitrary<T> {
  return fc.tuple(fc.constantFrom(...spotsOf(value)), fc.nat()).map(([path, where]) => {
    const copy = structuredClone(value)
    const parent = path.slice(0, -1).reduce<Record<string | number, unknown>>((at, key) => at[key] as never, copy as never)
    const key = path.at(-1) ?? ''
    const old = parent[key]
    parent[key] = typeof old === 'string' ? changed(old, where % old.length) : typeof old === 'number' ? old + 1 : old !== true
    return copy
  })
}

const changed = (text: string, at: number) => `${text.slice(0, at)}${text[at] === '1' ? '2' : '1'}${text.slice(at + 1)}`
