import { and, count, desc, eq, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { mutedNotices, type NoticeFacts, type NoticeKind, notices, quests, questVersions } from '#drizzle/schema/index.ts'
import type { Text } from '#server/verify/verdict.ts'
import { safetyKinds } from './newsViews.ts'

/** What is to be told: once for each account and `key`. */
export type NewNotice = { accountId: string; kind: NoticeKind; key: string; questId?: string; facts: NoticeFacts }

export type NoticeRow = {
  id: number
  kind: NoticeKind
  facts: NoticeFacts
  quest: { slug: string; title: Text; category: string } | null
  createdAt: Date
  readAt: Date | null
}

export type NoticeStore = ReturnType<typeof createNoticeStore>

/** A member's own notices. */
export function createNoticeStore(connection: Connection) {
  const unreadOf = (accountId: string) => and(eq(notices.accountId, accountId), isNull(notices.readAt))
  return {
    /** Newest first, ids below `before`. */
    async list(accountId: string, before: number | null, limit: number): Promise<NoticeRow[]> {
      const rows = await connection
        .select({
          ...{ id: notices.id, kind: notices.kind, facts: notices.facts, createdAt: notices.createdAt, readAt: notices.readAt },
          slug: quests.slug,
          title: sql<Text | null>`${questVersions.definition} -> 'title'`,
          category: sql<string | null>`${questVersions.definition} ->> 'category'`,
        })
        .from(notices)
        .leftJoin(quests, eq(quests.id, notices.questId))
        .leftJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, quests.publishedVersion)))
        .where(and(eq(notices.accountId, accountId), before === null ? undefined : lt(notices.id, before)))
        .orderBy(desc(notices.id))
        .limit(limit)
      return rows.map(({ slug, title, category, ...row }) => ({
        ...row,
        quest: slug !== null && title !== null && category !== null ? { slug, title, category } : null,
      }))
    },
    async unread(accountId: string): Promise<number> {
      const [row] = await connection.select({ n: count() }).from(notices).where(unreadOf(accountId))
      return row?.n ?? 0
    },
    /** Marks these as read, or all; answers how many were unread. */
    async markRead(accountId: string, ids: readonly number[] | 'all', at: Date): Promise<number> {
      const which = ids === 'all' ? undefined : inArray(notices.id, [...ids])
      const rows = await connection
        .update(notices)
        .set({ readAt: at })
        .where(and(unreadOf(accountId), which))
        .returning({ id: notices.id })
      return rows.length
    },
    async muted(accountId: string): Promise<NoticeKind[]> {
      const rows = await connection.select({ kind: mutedNotices.kind }).from(mutedNotices).where(eq(mutedNotices.accountId, accountId))
      return rows.map(({ kind }) => kind)
    },
    async mute(accountId: string, kind: NoticeKind) {
      await connection.insert(mutedNotices).values({ accountId, kind }).onConflictDoNothing()
    },
    async unmute(accountId: string, kind: NoticeKind) {
      await connection.delete(mutedNotices).where(and(eq(mutedNotices.accountId, accountId), eq(mutedNotices.kind, kind)))
    },
  }
}

/**
 * Writes notices in the caller's transaction and tells the pages of their members. What a member has muted, and what was told before, is left out;
 * what concerns the safety of the account cannot be muted.
 * One statement, however many: a final batch tells thousands. `rows`: account_id, kind, key, quest_id, facts.
 */
export async function tellSelected(connection: Connection, rows: SQL) {
  const { rowCount } = await connection.execute(sql`
    with told as (
      insert into notices (account_id, kind, key, quest_id, facts)
      select n.account_id, n.kind, n.key, n.quest_id, n.facts from (${rows}) as n(account_id, kind, key, quest_id, facts)
      where n.kind = any(${sql.param([...safetyKinds])}::text[])
        or not exists (select from muted_notices m where m.account_id = n.account_id and m.kind = n.kind)
      on conflict (account_id, key) do nothing
      returning account_id)
    insert into events (topic, kind, payload)
    select 'account:' || account_id, 'notice', '{}'::json from (select distinct account_id from told) as members`)
  if ((rowCount ?? 0) > 0) await connection.execute(sql`select pg_notify('cairn_events', '')`)
}

/** The same for notices that are at hand. */
export async function tell(connection: Connection, many: readonly NewNotice[]) {
  if (many.length === 0) return
  const column = <T>(of: (notice: NewNotice) => T) => sql.param(many.map(of))
  await tellSelected(
    connection,
    sql`select * from unnest(${column(({ accountId }) => accountId)}::uuid[], ${column(({ kind }) => kind)}::text[],
      ${column(({ key }) => key)}::text[], ${column(({ questId }) => questId ?? null)}::uuid[],
      ${column(({ facts }) => JSON.stringify(facts))}::text[]::jsonb[])`,
  )
}
