import { type Category, isCategory } from '#app/_ui/credential/mineral.ts'

/** What the list is narrowed to; the address of the page says all of it. */
export type Filters = { q: string; category: Category | null; difficulty: 1 | 2 | 3 | null; chain: string | null; cursor: string | null }

type Query = Record<string, string | string[] | undefined>

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)?.trim() ?? ''

/** Reads the query; anything that is not a known value is left out. */
export function readFilters(query: Query): Filters {
  const category = one(query.category)
  const difficulty = Number(one(query.difficulty))
  const chain = one(query.chain)
  return {
    q: one(query.q).slice(0, 80),
    category: isCategory(category) ? category : null,
    difficulty: difficulty === 1 || difficulty === 2 || difficulty === 3 ? difficulty : null,
    chain: /^[-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}$/.test(chain) ? chain : null,
    cursor: one(query.cursor).slice(0, 500) || null,
  }
}

/** The address of the list with some filters changed; a change always goes back to the first page. */
export function filtersHref(filters: Filters, change: Partial<Filters>): string {
  const next = { ...filters, cursor: null, ...change }
  const query = new URLSearchParams()
  for (const name of ['q', 'category', 'difficulty', 'chain', 'cursor'] as const) {
    const value = next[name]
    if (value) query.set(name, String(value))
  }
  const text = query.toString()
  return text ? `/quests?${text}` : '/quests'
}

export const isNarrowed = (filters: Filters) =>
  filters.q !== '' || filters.category !== null || filters.difficulty !== null || filters.chain !== null
