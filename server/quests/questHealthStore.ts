import { and, arrayOverlaps, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { questListings, quests, questVersions, spaces } from '#drizzle/schema/index.ts'
import type { Text } from '#server/verify/verdict.ts'
import { listed } from './listedStore.ts'

/** A quest that anybody may be on now. `chains`: those that its rules read. */
export type ReadingQuest = { slug: string; title: Text; space: { slug: string; name: string }; chains: string[]; closesAt: Date }

export type QuestHealthStore = {
  /** Quests that are live at this instant and read one of these chains, those that close first first. */
  reading(chains: readonly string[], at: Date, limit: number): Promise<ReadingQuest[]>
}

export const createQuestHealthStore = (connection: Connection): QuestHealthStore => ({
  reading: async (chains, at, limit) =>
    chains.length === 0
      ? []
      : connection
          .select({
            slug: quests.slug,
            title: sql<Text>`${questVersions.definition} -> 'title'`,
            space: { slug: spaces.slug, name: spaces.name },
            chains: questListings.chains,
            closesAt: quests.closesAt,
          })
          .from(quests)
          .innerJoin(spaces, eq(spaces.id, quests.spaceId))
          .innerJoin(questListings, eq(questListings.questId, quests.id))
          .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, quests.publishedVersion)))
          .where(
            and(
              ...[listed, eq(quests.status, 'live'), isNull(quests.prizeOf), gt(quests.closesAt, at)],
              arrayOverlaps(questListings.chains, [...chains]),
            ),
          )
          .orderBy(asc(quests.closesAt), asc(quests.id))
          .limit(limit),
})
