import { type QuestState, questStates } from '#app/_ui/draft/states.ts'

/** What the list shows; the address of the page says all of it. */
export type ListFilters = { q: string; state: QuestState | null; archived: boolean; cursor: string | null }

type Query = Record<string, string | string[] | undefined>
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)?.trim() ?? ''

/** Reads the query; anything that is not a known value is left out. */
export function readListFilters(query: Query): ListFilters {
  return {
    q: one(query.q)
      .replaceAll(/\p{Cc}/gu, ' ')
      .slice(0, 100)
      .toWellFormed(),
    state: questStates.find((state) => state === one(query.state)) ?? null,
    archived: one(query.archived) === '1',
    cursor: one(query.cursor).slice(0, 500) || null,
  }
}

/** The address of a space's list with some filters changed; a change goes back to the first page. */
export function listHref(space: string, filters: ListFilters, change: Partial<ListFilters>): string {
  const { q, state, archived, cursor } = { ...filters, cursor: null, ...change }
  const query = new URLSearchParams()
  if (q) query.set('q', q)
  if (state) query.set('state', state)
  if (archived) query.set('archived', '1')
  if (cursor) query.set('cursor', cursor)
  const text = query.toString()
  return `/studio/${space}/quests${text ? `?${text}` : ''}`
}

export const isNarrowed = ({ q, state }: ListFilters) => q !== '' || state !== null
