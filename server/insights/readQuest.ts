import { questChains } from '#server/quests/discover/listing.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { InsightQuestStore } from './insightQuestStore.ts'
import { type QuestOfSpace, questOfSpace } from './questOfSpace.ts'

/** What the pages of one quest's insights say of it. */
export type QuestFacts = { slug: string; title: Text; steps: { id: string; title: Text }[]; chains: string[] }

/** Throws `not-found`. */
export async function readQuest(quests: InsightQuestStore, of: QuestOfSpace): Promise<QuestFacts> {
  const { slug, definition } = await questOfSpace(quests, of)
  const { title, steps } = definition
  return { slug, title, steps: steps.map((step) => ({ id: step.id, title: step.title })), chains: questChains(definition) }
}
