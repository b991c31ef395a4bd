import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { quests, questVersions } from '#drizzle/schema/index.ts'
import type { Definition } from '#server/quests/definition.ts'

/** A quest of a space; `definition`: of the published version, of a draft the newest. */
export type InsightQuest = { id: string; slug: string; definition: Definition }

export type InsightQuestStore = { find(spaceId: string, slug: string): Promise<InsightQuest | null> }

export const createInsightQuestStore = (connection: Connection): InsightQuestStore => ({
  async find(spaceId, slug) {
    const newest = sql`(select max(v.version) from ${questVersions} v where v.quest_id = ${quests.id})`
    const [row] = await connection
      .select({ id: quests.id, slug: quests.slug, definition: questVersions.definition })
      .from(quests)
      .innerJoin(
        questVersions,
        and(eq(questVersions.questId, quests.id), eq(questVersions.version, sql`coalesce(${quests.publishedVersion}, ${newest})`)),
      )
      .where(and(eq(quests.spaceId, spaceId), eq(quests.slug, slug), isNull(quests.prizeOf)))
    // Stored by the room `quests` from a parsed definition.
    return row ? { ...row, definition: row.definition as Definition } : null
  },
})
