import type { CollectionStore } from '../collections/collectionStore.ts'
import type { QuestCard } from '../questViews.ts'
import { type CardDeps, withCards } from './cards.ts'
import { isOwn, type QuestFilter, type QuestSort } from './filter.ts'
import { compareKeys, type Reason, rankForYou, rankKey } from './forYou.ts'
import type { QuestListStore } from './questListStore.ts'
import { readTaste } from './readTaste.ts'
import type { TasteStore } from './tasteStore.ts'

export type DiscoverDeps = CardDeps & { list: QuestListStore; tastes: TasteStore; collections: CollectionStore; now(): number }

/** Where a page ends: the key of its last quest, and the instant that the whole list is of (ISO 8601). */
export type ListPosition = { at: string; key: string[] }

export type ListQuestsInput = {
  accountId: string | null
  filter: QuestFilter
  sort: QuestSort
  after: ListPosition | null
  limit: number
}

/** `reasons`: why it stands here, in a list "for you". */
export type ListedQuest = QuestCard & { reasons?: Reason[] }

type Row = { id: string; key: string[]; reasons?: Reason[] }

/** So many of the newest quests that fit are ranked for one member. */
export const rankedQuests = 1000

/**
 * A page of published quests, and where the next one starts. All pages of a list are of the instant at which the first was made, so completions in between
 * move no quest over the edge of a page.
 */
export async function listQuests(deps: DiscoverDeps, input: ListQuestsInput): Promise<{ items: ListedQuest[]; next: ListPosition | null }> {
  const { accountId, filter, sort, limit } = input
  const at = new Date(input.after ? input.after.at : deps.now())
  const after = input.after?.key ?? null
  const choice = { accountId, filter, at }
  const rows: Row[] =
    sort === 'for-you'
      ? await rankedPage(deps, choice, { after, limit: limit + 1 })
      : await deps.list.page({ ...choice, sort, after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    items: (await withCards(deps, page, accountId, isOwn(filter.state))).map(({ item, card }) => ({
      ...card,
      ...(item.reasons ? { reasons: item.reasons } : {}),
    })),
    next: last ? { at: at.toISOString(), key: last.key } : null,
  }
}

type Choice = { accountId: string | null; filter: QuestFilter; at: Date }

async function rankedPage(deps: DiscoverDeps, choice: Choice, { after, limit }: { after: string[] | null; limit: number }): Promise<Row[]> {
  const [candidates, taste] = await Promise.all([
    deps.list.candidates({ ...choice, limit: rankedQuests }),
    readTaste(deps, choice.accountId),
  ])
  return rankForYou(candidates, taste)
    .map((ranked) => ({ id: ranked.quest.id, key: rankKey(ranked), reasons: ranked.reasons }))
    .filter(({ key }) => after === null || compareKeys(after, key) < 0)
    .slice(0, limit)
}
