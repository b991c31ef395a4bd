import { CairnError } from '#server/shared/errors.ts'
import type { InsightQuest, InsightQuestStore } from './insightQuestStore.ts'

export type QuestOfSpace = { spaceId: string; quest: string }

/** The quest of that slug in the space. Throws `not-found`, for another space's, too. */
export async function questOfSpace(store: InsightQuestStore, { spaceId, quest }: QuestOfSpace): Promise<InsightQuest> {
  const found = await store.find(spaceId, quest)
  if (found) return found
  throw new CairnError('not-found', 'There is no such quest in this space.', { meta: { field: 'quest', found: quest } })
}
