import { type Category, isCategory } from '#app/_ui/credential/mineral.ts'

/** Which leaderboard the address names. */
export const periods = ['all', 'month', 'week'] as const
export type Board = { period: (typeof periods)[number]; category: Category | null; space: string | null; cursor: string | null }

type Query = Record<string, string | string[] | undefined>

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)?.trim() ?? ''

/** Reads the query; anything that is not a known value is left out. A category goes before a space. */
export function readBoard(query: Query): Board {
  const [category, space] = [one(query.category), one(query.space)]
  const narrowed = isCategory(category) ? category : null
  return {
    period: periods.find((period) => period === one(query.period)) ?? 'all',
    category: narrowed,
    space: narrowed === null && /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/.test(space) ? space : null,
    cursor: one(query.cursor).slice(0, 500) || null,
  }
}

/** The query of a board with something changed, `''` for the first one; a change always goes back to the top. */
export function boardQuery(board: Board, change: Partial<Board>): string {
  const next = { ...board, cursor: null, ...change }
  const query = new URLSearchParams()
  if (next.period !== 'all') query.set('period', next.period)
  for (const name of ['category', 'space', 'cursor'] as const) {
    const value = next[name]
    if (value !== null) query.set(name, value)
  }
  const text = query.toString()
  return text ? `?${text}` : ''
}
