import { and, arrayContains, eq, gt, inArray, isNotNull, isNull, lt, lte, not, type SQL, sql } from 'drizzle-orm'
import { participations, questListings, quests, spaces } from '#drizzle/schema/index.ts'
import { type FilterName, noChain, type QuestFilter, type QuestState } from './filter.ts'
import { searchQuery } from './searchTerms.ts'

/** Who looks, and when. */
export type Viewer = { accountId: string | null; at: Date }

/** Drafts are seen by nobody. */
export const visible = inArray(quests.status, ['publishing', 'live', 'paused', 'ended'])

/** The viewer's own participation. */
export const ofViewer = (accountId: string | null) =>
  and(eq(participations.questId, quests.id), accountId === null ? sql`false` : eq(participations.accountId, accountId))

const nothing = sql`false`

/** What each field of a filter asks of a row of quests, listings, spaces and the viewer's participations. */
export function conditionsOf(filter: QuestFilter, { at }: Viewer): Record<FilterName, SQL | undefined> {
  const { category, difficulty, minutes, chain, reward, state, space } = filter
  return {
    q: filter.q?.trim() ? matches(filter.q) : undefined,
    category: category && eq(questListings.category, category),
    difficulty: difficulty && eq(questListings.difficulty, difficulty),
    minutes: minutes === undefined ? undefined : lte(questListings.minutes, minutes),
    chain: chain === undefined ? undefined : onChain(chain),
    reward: reward && paid,
    state: state && inState(state, at),
    space: space === undefined ? undefined : eq(spaces.slug, space),
  }
}

export const paid = sql`${quests.rewardPerMint} > 0`

/** What a search asks of a listing; for words without a letter, nothing fits. */
const matches = (text: string): SQL => {
  const query = searchQuery(text)
  return query === null ? nothing : sql`${questListings.search} @@ ${query}::tsquery`
}

const onChain = (chain: string): SQL =>
  chain === noChain ? sql`${questListings.chains} = '{}'` : arrayContains(questListings.chains, [chain])

export function inState(state: QuestState, at: Date): SQL | undefined {
  const open = isOpen(at)
  switch (state) {
    case 'open':
      return open
    case 'closed':
      return open && not(open)
    case 'unstarted':
      return and(open, isNull(participations.id))
    case 'started':
      return and(isNotNull(participations.id), isNull(participations.completedAt))
    case 'completed':
      return isNotNull(participations.completedAt)
  }
}

/** Someone can still complete it. */
const isOpen = (at: Date) =>
  and(inArray(quests.status, ['publishing', 'live']), gt(quests.closesAt, at), lt(quests.completed, quests.supply))
