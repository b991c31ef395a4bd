/** Where the two long lists of a profile begin: the first line of the sum, and the cursor of the timeline. */
export type Place = { sum: number; before: string | null }

type Query = Record<string, string | string[] | undefined>

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''

/** Reads the query; anything that is not a known value is left out. */
export function readPlace(query: Query): Place {
  const sum = one(query.sum)
  return { sum: /^[1-9]\d{0,5}$/.test(sum) ? Number(sum) : 0, before: one(query.before).slice(0, 500) || null }
}

/** The address of the profile with one list moved on; the other stays where it is. */
export function placeHref(path: string, place: Place, hash: string): string {
  const query = new URLSearchParams()
  if (place.sum > 0) query.set('sum', String(place.sum))
  if (place.before !== null) query.set('before', place.before)
  const text = query.toString()
  return `${path}${text ? `?${text}` : ''}#${hash}`
}
