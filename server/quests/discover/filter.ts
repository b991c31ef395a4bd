import type { Definition } from '../definition.ts'

/** Where a quest and the member who looks stand. `open`: has places, and is open or will be; `unstarted`: open, and not begun by the member. */
export const questStates = ['open', 'closed', 'unstarted', 'started', 'completed'] as const
export type QuestState = (typeof questStates)[number]

/** What a member began stays in their own lists when it is held, delisted or put away: they may finish it, and keep what they earned. */
export const isOwn = (state: QuestState | undefined): boolean => state === 'started' || state === 'completed'

/** `match`: by how well the words fit; without words, the newest. */
export const questSorts = ['for-you', 'trending', 'newest', 'ending', 'reward', 'match'] as const
export type QuestSort = (typeof questSorts)[number]

/** Steps that "takes at most so many minutes" is asked in. */
export const minuteSteps = [5, 15, 60] as const

/** Instead of a chain: quests that need none. */
export const noChain = 'none'

/** What a list of quests is narrowed to; an absent field narrows nothing. */
export type QuestFilter = {
  /** Words, in any language of the site. */
  q?: string | undefined
  category?: Definition['category'] | undefined
  difficulty?: 1 | 2 | 3 | undefined
  /** At most. */
  minutes?: number | undefined
  /** CAIP-2 id, or `none`. */
  chain?: string | undefined
  /** `paid`: each completion reserves coins. */
  reward?: 'paid' | undefined
  state?: QuestState | undefined
  /** Slug. */
  space?: string | undefined
}

export const filterNames = [
  'q',
  'category',
  'difficulty',
  'minutes',
  'chain',
  'reward',
  'state',
  'space',
] as const satisfies readonly (keyof QuestFilter)[]
export type FilterName = (typeof filterNames)[number]

/** Trending counts verified completions of so many milliseconds. */
export const trendMs = 7 * 24 * 3_600_000
