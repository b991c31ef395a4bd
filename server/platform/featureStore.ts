import { and, asc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { accounts, featuredQuests, quests, questVersions } from '#drizzle/schema/index.ts'
import { memberName } from '#server/accounts/memberNameStore.ts'
import type { Text } from '#server/verify/verdict.ts'

export type FeatureRow = typeof featuredQuests.$inferSelect
export type FeatureView = Pick<FeatureRow, 'id' | 'startsAt' | 'endsAt'> & { quest: string; title: Text | null; by: string | null }

export type FeatureStore = {
  /** Holds the whole list until the transaction ends. */
  hold(): Promise<void>
  /** Those that count in some instant of the span. */
  within(span: { startsAt: Date; endsAt: Date }): Promise<FeatureRow[]>
  /** As the last one. */
  add(row: Pick<FeatureRow, 'questId' | 'startsAt' | 'endsAt' | 'accountId' | 'createdAt'>): Promise<{ id: string }>
  /** Those that are not over, in the order in which they are shown. */
  list(at: Date): Promise<FeatureView[]>
  /** Puts them into this order. */
  place(ids: readonly string[]): Promise<void>
  /** The slug of the quest; null when there is none that is not over. */
  end(id: string, at: Date): Promise<string | null>
}

export function createFeatureStore(connection: Connection): FeatureStore {
  return {
    async hold() {
      await connection.execute(sql`select pg_advisory_xact_lock(hashtext('cairn.platform.features'))`)
    },
    within: ({ startsAt, endsAt }) =>
      connection
        .select()
        .from(featuredQuests)
        .where(and(isNull(featuredQuests.endedAt), lt(featuredQuests.startsAt, endsAt), gt(featuredQuests.endsAt, startsAt))),
    async add(row) {
      const last = sql`(select coalesce(max(f.position) + 1, 0) from featured_quests f where f.ended_at is null and f.ends_at > ${row.createdAt})`
      const [added] = await connection
        .insert(featuredQuests)
        .values({ ...row, position: last })
        .returning({ id: featuredQuests.id })
      if (!added) throw new Error('a featured quest was not kept')
      return added
    },
    list: (at) =>
      connection
        .select({
          id: featuredQuests.id,
          startsAt: featuredQuests.startsAt,
          endsAt: featuredQuests.endsAt,
          quest: quests.slug,
          title: sql<Text | null>`${questVersions.definition} -> 'title'`,
          by: memberName,
        })
        .from(featuredQuests)
        .innerJoin(quests, eq(quests.id, featuredQuests.questId))
        .leftJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, quests.publishedVersion)))
        .innerJoin(accounts, eq(accounts.id, featuredQuests.accountId))
        .where(and(isNull(featuredQuests.endedAt), gt(featuredQuests.endsAt, at)))
        .orderBy(asc(featuredQuests.position), asc(featuredQuests.startsAt), asc(featuredQuests.id)),
    async place(ids) {
      for (const [position, id] of ids.entries()) await connection.update(featuredQuests).set({ position }).where(eq(featuredQuests.id, id))
    },
    async end(id, at) {
      const [ended] = await connection
        .update(featuredQuests)
        .set({ endedAt: at })
        .where(and(eq(featuredQuests.id, id), isNull(featuredQuests.endedAt), gt(featuredQuests.endsAt, at)))
        .returning({ questId: featuredQuests.questId })
      if (!ended) return null
      const [quest] = await connection.select({ slug: quests.slug }).from(quests).where(eq(quests.id, ended.questId))
      return quest?.slug ?? null
    },
  }
}
