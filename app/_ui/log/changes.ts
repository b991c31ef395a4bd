/** One value that an act changed: where it is (`names.en`), and what stood and stands there as text; null where nothing does. */
export type Change = { field: string; before: string | null; after: string | null }

/** Lines beyond this are no longer read. */
const mostChanges = 24

/** What an entry of a log changed, value by value: those that stayed are left out. Entries are written by the server, of plain values, objects and lists. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [was, is] = [valuesOf(before), valuesOf(after)]
  // The database orders names by their length: a beginning stands before its end all the same.
  const fields = [...new Set([...was.keys(), ...is.keys()])].toSorted((a, b) => Number(a === 'endsAt') - Number(b === 'endsAt'))
  return fields
    .map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }))
    .filter((change) => change.before !== change.after)
    .slice(0, mostChanges)
}

/** A link goes by its kind; two of one kind stand side by side. */
const isLink = (value: unknown): value is { kind: string; url: string } =>
  value !== null && typeof value === 'object' && Object.keys(value).toSorted().join() === 'kind,url'

function valuesOf(value: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  if (value === null || value === undefined) return found
  if (Array.isArray(value)) {
    // A list of plain values is one value; of others, each has its place.
    if (value.every((each) => each === null || typeof each !== 'object')) {
      if (value.length > 0) found.set(path, value.map(String).join(', '))
    } else
      for (const [i, each] of value.entries()) {
        const link = isLink(each) ? `${path}.${each.kind}` : null
        if (link === null) valuesOf(each, `${path}.${i + 1}`, found)
        else found.set(link, [found.get(link), (each as { url: string }).url].filter(Boolean).join(', '))
      }
    return found
  }
  if (typeof value === 'object') {
    for (const [name, each] of Object.entries(value)) valuesOf(each, path === '' ? name : `${path}.${name}`, found)
    return found
  }
  if (value !== '') found.set(path, String(value))
  return found
}
