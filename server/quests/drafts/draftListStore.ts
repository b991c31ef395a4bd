import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { accounts, questDrafts, quests, questVersions } from '#drizzle/schema/index.ts'
import { type Document, searchable } from './document.ts'
import type { QuestState, Stage } from './lifecycle.ts'
import { personName } from './personNameStore.ts'

export type DraftListInput = {
  spaceId: string
  state?: QuestState | undefined
  /** A part of the slug or of a title. */
  search?: string | undefined
  archived: boolean
  /** Where the page before ended. */
  after: { editedAt: string; id: string } | null
  limit: number
  at: Date
}

export type ListedDraft = {
  id: string
  slug: string
  document: Document
  stage: Stage
  state: QuestState
  supply: number | null
  completed: number | null
  editedAt: Date
  /** Who worked on it last; null for one that was made without the studio. */
  editedBy: string | null
  /** With all its digits: what the next page begins after. */
  key: string
}

/** Drafts of a space, the one that was worked on last first. */
export async function listDrafts(connection: Connection, input: DraftListInput): Promise<ListedDraft[]> {
  const { spaceId, state, search, archived, after, limit, at } = input
  const shown = stateAt(at)
  const wanted = searchable(search ?? '').trim()
  const rows = await connection
    .select({
      id: questDrafts.id,
      slug: questDrafts.slug,
      document: questDrafts.document,
      stage: questDrafts.stage,
      state: shown,
      supply: quests.supply,
      completed: quests.completed,
      editedAt: questDrafts.editedAt,
      editedBy: personName,
      key: sql<string>`${questDrafts.editedAt}::text`,
    })
    .from(questDrafts)
    .leftJoin(accounts, eq(accounts.id, questDrafts.editedBy))
    .leftJoin(quests, eq(quests.id, questDrafts.questId))
    .leftJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, quests.publishedVersion)))
    .where(
      and(
        eq(questDrafts.spaceId, spaceId),
        sql`(${questDrafts.archivedAt} is not null) = ${archived}`,
        state && sql`${shown} = ${state}`,
        wanted === '' ? undefined : sql`position(${wanted} in ${questDrafts.found}) > 0`,
        after ? sql`(${questDrafts.editedAt}, ${questDrafts.id}) < (${after.editedAt}::timestamptz, ${after.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(questDrafts.editedAt), desc(questDrafts.id))
    .limit(limit)
  return rows.map((row) => ({ ...row, document: row.document as Document }))
}

/** `runAt` and `stateOf` as a column: a recurring quest goes on until its last period ends. Hours, because a day of a time zone may be shorter. */
function stateAt(at: Date): SQL<QuestState> {
  const recurrence = sql`${questVersions.definition} -> 'recurrence'`
  const period = sql`case ${recurrence} ->> 'every' when 'day' then interval '24 hours' else interval '168 hours' end`
  const endsAt = sql`${quests.closesAt} + coalesce(((${recurrence} ->> 'periods')::integer - 1) * ${period}, interval '0')`
  return sql<QuestState>`case
    when ${quests.id} is null or ${quests.status} = 'draft' then case ${questDrafts.stage} when 'published' then 'approved' else ${questDrafts.stage} end
    when ${quests.status} = 'ended' or ${endsAt} <= ${at} then 'ended'
    when ${quests.status} = 'paused' then 'paused'
    when ${quests.opensAt} > ${at} then 'scheduled'
    else 'live' end`
}
