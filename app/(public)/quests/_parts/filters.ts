import type { QuestQuery, QuestSort, QuestState } from '#app/_data/views.ts'
import { type Category, isCategory } from '#app/_ui/credential/mineral.ts'

export const minuteChoices = [5, 15, 60] as const
/** What the list shows when nothing is said: quests that are open. */
export const stateChoices = ['unstarted', 'started', 'completed', 'closed'] as const satisfies readonly QuestState[]
export const sortChoices = ['for-you', 'trending', 'newest', 'ending', 'reward'] as const satisfies readonly QuestSort[]

/** What the list is narrowed to and sorted by; the address of the page says all of it. */
export type Filters = {
  q: string
  category: Category | null
  difficulty: 1 | 2 | 3 | null
  /** At most. */
  minutes: (typeof minuteChoices)[number] | null
  /** CAIP-2 id, or `none`. */
  chain: string | null
  reward: 'paid' | null
  state: (typeof stateChoices)[number] | null
  sort: (typeof sortChoices)[number] | null
  cursor: string | null
}

/** The fields that narrow, in the order in which they are shown. */
export const narrowing = ['q', 'category', 'difficulty', 'minutes', 'chain', 'reward', 'state'] as const
export type Narrowing = (typeof narrowing)[number]

type Query = Record<string, string | string[] | undefined>

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)?.trim() ?? ''
const oneOf = <T extends string | number>(choices: readonly T[], text: string): T | null =>
  choices.find((choice) => String(choice) === text) ?? null

/** Reads the query; anything that is not a known value is left out. */
export function readFilters(query: Query): Filters {
  const category = one(query.category)
  const chain = one(query.chain)
  return {
    q: one(query.q)
      .replaceAll(/\p{Cc}/gu, ' ')
      .slice(0, 80)
      .toWellFormed(),
    category: isCategory(category) ? category : null,
    difficulty: oneOf([1, 2, 3], one(query.difficulty)),
    minutes: oneOf(minuteChoices, one(query.minutes)),
    chain: chain === 'none' || /^[-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}$/.test(chain) ? chain : null,
    reward: one(query.reward) === 'paid' ? 'paid' : null,
    state: oneOf(stateChoices, one(query.state)),
    sort: oneOf(sortChoices, one(query.sort)),
    cursor: one(query.cursor).slice(0, 500) || null,
  }
}

type Change = Partial<Record<keyof Filters, string | number | null>>

/** The address of the list with some filters changed; a change always goes back to the first page. */
export function filtersHref(filters: Filters, change: Change): string {
  const next = { ...filters, cursor: null, ...change }
  const query = new URLSearchParams()
  for (const name of [...narrowing, 'sort', 'cursor'] as const) {
    const value = next[name]
    if (value) query.set(name, String(value))
  }
  const text = query.toString()
  return text ? `/quests?${text}` : '/quests'
}

/** Without one field. */
export const without = (filters: Filters, name: Narrowing): string => filtersHref(filters, { [name]: null })

/** The fields that are narrowed. */
export const narrowed = (filters: Filters): Narrowing[] => narrowing.filter((name) => Boolean(filters[name]))

/** The order of the list: by how well words fit, where there are words and no other order was chosen. */
export const sortOf = ({ sort, q }: Filters): QuestSort => sort ?? (q ? 'match' : 'for-you')

/** The same as the API is asked for it. */
export function toQuery(filters: Filters): QuestQuery {
  const { q, category, difficulty, minutes, chain, reward, state, cursor } = filters
  return {
    ...(q ? { q } : {}),
    ...(category ? { category } : {}),
    ...(difficulty ? { difficulty } : {}),
    ...(minutes ? { minutes } : {}),
    ...(chain ? { chain } : {}),
    ...(reward ? { reward } : {}),
    state: state ?? 'open',
    sort: sortOf(filters),
    cursor,
  }
}
