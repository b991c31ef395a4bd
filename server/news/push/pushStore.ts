import { and, asc, desc, eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { type NoticeFacts, type NoticeKind, notices, pushSubscriptions, quests, questVersions } from '#drizzle/schema/index.ts'
import type { Text } from '#server/verify/verdict.ts'

export type PushSubscriptionRow = Omit<typeof pushSubscriptions.$inferSelect, 'createdAt'>
export type UnpushedNotice = {
  id: number
  accountId: string
  kind: NoticeKind
  facts: NoticeFacts
  createdAt: Date
  quest: { slug: string; title: Text } | null
}

export type PushStore = ReturnType<typeof createPushStore>

export function createPushStore(connection: Connection) {
  return {
    /** Keeps a browser for a member: its newest key counts, and it is of one member at a time. At most `most` of each member, the newest. */
    async subscribe(row: PushSubscriptionRow, most: number) {
      const { accountId, publicKey, secret, locale } = row
      await connection
        .insert(pushSubscriptions)
        .values(row)
        .onConflictDoUpdate({ target: pushSubscriptions.endpoint, set: { accountId, publicKey, secret, locale, createdAt: sql`now()` } })
      const newest = connection
        .select({ endpoint: pushSubscriptions.endpoint })
        .from(pushSubscriptions)
        .where(eq(pushSubscriptions.accountId, accountId))
        .orderBy(desc(pushSubscriptions.createdAt))
        .limit(most)
      await connection
        .delete(pushSubscriptions)
        .where(and(eq(pushSubscriptions.accountId, accountId), notInArray(pushSubscriptions.endpoint, newest)))
    },
    async unsubscribe(accountId: string, endpoint: string) {
      await connection
        .delete(pushSubscriptions)
        .where(and(eq(pushSubscriptions.endpoint, endpoint), eq(pushSubscriptions.accountId, accountId)))
    },
    /** Forgets browsers that their push service no longer knows. */
    async forget(endpoints: readonly string[]) {
      if (endpoints.length > 0) await connection.delete(pushSubscriptions).where(inArray(pushSubscriptions.endpoint, [...endpoints]))
    },
    async of(accountIds: readonly string[]): Promise<PushSubscriptionRow[]> {
      if (accountIds.length === 0) return []
      return connection
        .select()
        .from(pushSubscriptions)
        .where(inArray(pushSubscriptions.accountId, [...new Set(accountIds)]))
    },
    /**
     * Takes notices that nobody pushed yet, oldest first; each is taken once, by however many processes. One that dies right after it takes some leaves
     * them unpushed: they are in the inbox all the same, and a notice twice would be worse.
     */
    async take(limit: number): Promise<UnpushedNotice[]> {
      const { rows } = await connection.execute<{ id: string }>(sql`
        update notices set pushed_at = now() where id in (
          select id from notices where pushed_at is null order by id limit ${limit} for update skip locked)
        returning id`)
      if (rows.length === 0) return []
      const taken = await connection
        .select({
          ...{ id: notices.id, accountId: notices.accountId, kind: notices.kind, facts: notices.facts },
          ...{ createdAt: notices.createdAt, slug: quests.slug },
          title: sql<Text | null>`${questVersions.definition} -> 'title'`,
        })
        .from(notices)
        .leftJoin(quests, eq(quests.id, notices.questId))
        .leftJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, quests.publishedVersion)))
        .where(
          inArray(
            notices.id,
            rows.map(({ id }) => Number(id)),
          ),
        )
        .orderBy(asc(notices.id))
      return taken.map(({ slug, title, ...row }) => ({ ...row, quest: slug !== null && title !== null ? { slug, title } : null }))
    },
  }
}
