import { and, desc, eq, isNull, ne, or } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { quests, questVersions } from '#drizzle/schema/index.ts'
import { listed } from './listedStore.ts'

/** A page that search engines may know: when its content changed last. */
export type KnownPage = { path: string; changedAt: Date }

/** A map of a site holds 50,000 addresses at most; each quest has one in each language. */
const mostQuests = 20_000

/** Pages of listed quests that opened, newest first; a recurring quest has one. */
export async function questPages(connection: Connection): Promise<KnownPage[]> {
  const rows = await connection
    .select({ slug: quests.slug, changedAt: questVersions.createdAt })
    .from(quests)
    .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, quests.publishedVersion)))
    .where(and(listed, ne(quests.status, 'publishing'), isNull(quests.prizeOf), or(isNull(quests.period), eq(quests.period, 0))))
    .orderBy(desc(questVersions.createdAt), quests.slug)
    .limit(mostQuests)
  return rows.map(({ slug, changedAt }) => ({ path: `/quests/${slug}`, changedAt }))
}
