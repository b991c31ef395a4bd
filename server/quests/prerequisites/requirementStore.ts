import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { quests, questVersions } from '#drizzle/schema/index.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { Definition } from '../definition.ts'
import { requiredQuests } from './prerequisite.ts'
import type { RequirementStore } from './refuseCycle.ts'

export type { RequirementStore } from './refuseCycle.ts'

export const createRequirementStore = (connection: Connection): RequirementStore => ({
  async requirements(slugs) {
    if (slugs.length === 0) return new Map()
    const rows = await connection
      .select({ slug: quests.slug, prerequisites: sql`${questVersions.definition} -> 'prerequisites'` })
      .from(quests)
      .innerJoin(questVersions, eq(questVersions.questId, quests.id))
      .where(inArray(quests.slug, [...slugs]))
      // The newest version comes last, and stays.
      .orderBy(asc(questVersions.version))
    // Written by `addVersion` only, from a parsed definition.
    return new Map(rows.map((row) => [row.slug, requiredQuests((row.prerequisites ?? []) as NonNullable<Definition['prerequisites']>)]))
  },
  async unpublished(slugs) {
    if (slugs.length === 0) return []
    const rows = await connection
      .select({ slug: quests.slug })
      .from(quests)
      .where(and(inArray(quests.slug, [...slugs]), isNotNull(quests.publishedVersion), or(isNull(quests.period), eq(quests.period, 0))))
    const published = new Set(rows.map(({ slug }) => slug))
    return slugs.filter((slug) => !published.has(slug))
  },
})

/** Titles of published quests by slug. */
export async function questTitles(connection: Connection, slugs: readonly string[]): Promise<Map<string, Text>> {
  if (slugs.length === 0) return new Map()
  const rows = await connection
    .select({ slug: quests.slug, title: sql<Text>`${questVersions.definition} -> 'title'` })
    .from(quests)
    .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, quests.publishedVersion)))
    .where(inArray(quests.slug, [...slugs]))
  return new Map(rows.map(({ slug, title }) => [slug, title]))
}
