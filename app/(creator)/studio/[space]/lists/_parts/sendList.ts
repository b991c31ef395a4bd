import type { SpaceList } from '#app/_data/views.ts'

export type By = SpaceList['by']
/** A row that does not hold, by its line in what was given. `expected`: as the server says it. */
export type BrokenRow = { line: number; column: number; found: string; expected: string }
export type Kept = SpaceList & { broken: number }

/** As the server takes it. */
export const mostBytes = 16 * 1024 * 1024

/** Whether a text begins with a key instead of the names of its columns, as lists from elsewhere do. */
export function hasNoHead(text: string, by: By): boolean {
  const [first = ''] = text.replace(/^\uFEFF/, '').split(/[,\r\n]/, 1)
  const key = first.trim()
  if (by === 'evm') return /^(eip155:)?0x[0-9a-fA-F]{40}$/.test(key)
  if (by === 'solana') return /^(solana:)?[1-9A-HJ-NP-Za-km-z]{32,44}$/.test(key)
  return key.startsWith('@')
}

/** The text with names of columns before it; the first line says how many there are. */
export function withHead(text: string): string {
  const plain = text.replace(/^\uFEFF/, '')
  const [first = ''] = plain.split(/\r?\n/, 1)
  const names = first.split(',').map((_, index) => (index === 0 ? 'key' : `column${index + 1}`))
  return `${names.join(',')}\n${plain}`
}

/** The broken rows that a refusal names, by the lines of what was given: `shift` were put before it. */
export function brokenRows(refusal: unknown, shift: number): BrokenRow[] {
  const { problems } = (refusal ?? {}) as { problems?: unknown }
  if (!Array.isArray(problems)) return []
  return problems.flatMap((each: { field?: unknown; found?: unknown; expected?: unknown }) => {
    const [, line, column] = /^line (\d+), column (\d+)$/.exec(String(each.field)) ?? []
    if (line === undefined) return []
    return [{ line: Number(line) - shift, column: Number(column), found: String(each.found), expected: String(each.expected) }]
  })
}

type Sent = { space: string; name: string; by: By; csv: string; skip: boolean; replaces: string | null }

/** Sends a list. Throws what the server refuses with, as calls of the API do: `{ data }`. */
export async function sendList({ space, name, by, csv, skip, replaces }: Sent): Promise<Kept> {
  const query = new URLSearchParams({ space, name, by, ...(skip ? { broken: 'skip' } : {}), ...(replaces === null ? {} : { replaces }) })
  const response = await fetch(`/api/lists?${query}`, { method: 'POST', headers: { 'content-type': 'text/csv' }, body: csv })
  const answer = (await response.json()) as Kept & { error?: unknown }
  if (!response.ok) throw { data: answer.error }
  return answer
}
