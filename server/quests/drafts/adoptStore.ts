import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { questDrafts, quests, questVersions } from '#drizzle/schema/index.ts'

/**
 * Gives quests of a space that were made without the studio (by `quests.create`, by the samples, before there was one) their row in it. Prizes and later
 * periods have none. A draft of the same slug that was there first keeps it. Safe to repeat.
 */
export async function adoptQuests(connection: Connection, spaceId: string): Promise<void> {
  const time = (column: SQL | AnyColumn) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  const version = sql`coalesce(${quests.publishedVersion}, (select max(n.version) from ${questVersions} n where n.quest_id = ${quests.id}))`
  await connection.execute(sql`
    insert into ${questDrafts} (space_id, slug, quest_id, document, acknowledged, stage, found, edited_at, created_at)
    select ${quests.spaceId}, ${quests.slug}, ${quests.id},
      json_build_object('definition', ${questVersions.definition}, 'supply', ${quests.supply}, 'opensAt', ${time(quests.opensAt)}, 'closesAt', ${time(quests.closesAt)},
        'rewardPerMint', nullif(${quests.rewardPerMint}, 0)::text, 'feePerMint', nullif(${quests.feePerMint}, 0)::text),
      '[]'::json, case when ${quests.status} = 'draft' then 'draft' else 'published' end,
      lower(${quests.slug} || E'\n' || (${questVersions.definition} -> 'title' ->> 'en') || E'\n' || (${questVersions.definition} -> 'title' ->> 'ja')),
      ${quests.createdAt}, ${quests.createdAt}
    from ${quests} join ${questVersions} on ${questVersions.questId} = ${quests.id} and ${questVersions.version} = ${version}
    where ${quests.spaceId} = ${spaceId} and ${quests.prizeOf} is null and coalesce(${quests.period}, 0) = 0
      and not exists (select 1 from ${questDrafts} d where d.quest_id = ${quests.id})
    on conflict do nothing`)
}
