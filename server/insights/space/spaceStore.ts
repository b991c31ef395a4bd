import { sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { Days } from '../days.ts'

/** What happened on a day (UTC), at all of a space's quests. */
export type SpaceDay = { day: string; views: number; started: number; completed: number }
/** A quest that is or was open, and what happened at it in some days. `places`: taken of how many, ever. */
export type SpaceQuest = {
  slug: string
  title: Text
  status: 'publishing' | 'live' | 'paused' | 'ended'
  views: number
  started: number
  completed: number
  places: { taken: number; of: number }
}

type Asked = Days & { spaceId: string }

export type SpaceStore = {
  /** Every one of the days, oldest first. */
  days(asked: Asked): Promise<SpaceDay[]>
  /** CUBEs of completions of these days that are final by now. */
  final(asked: Asked): Promise<number>
  /** Most started first. `search`: a part of a slug or title. */
  quests(asked: Asked & { search: string; limit: number }): Promise<SpaceQuest[]>
}

const from = (days: Days) => sql`${days.from}::date::timestamp at time zone 'UTC'`
const until = (days: Days) => sql`(${days.to}::date + 1)::timestamp at time zone 'UTC'`

export const createSpaceStore = (connection: Connection): SpaceStore => ({
  async days(asked) {
    const between = (column: string) => sql`${sql.raw(column)} >= ${from(asked)} and ${sql.raw(column)} < ${until(asked)}`
    const { rows } = await connection.execute<SpaceDay>(sql`
      with own as (select id from quests where space_id = ${asked.spaceId}),
      views as (select day, count(*)::integer as n from quest_views
        where quest_id in (select id from own) and day between ${asked.from}::date and ${asked.to}::date group by day),
      started as (select (started_at at time zone 'UTC')::date as day, count(*)::integer as n from participations
        where quest_id in (select id from own) and ${between('started_at')} group by 1),
      completed as (select (completed_at at time zone 'UTC')::date as day, count(*)::integer as n from participations
        where quest_id in (select id from own) and ${between('completed_at')} group by 1)
      select d.day::date::text as day, coalesce(views.n, 0) as views, coalesce(started.n, 0) as started, coalesce(completed.n, 0) as completed
      from generate_series(${asked.from}::date::timestamp, ${asked.to}::date::timestamp, interval '1 day') as d(day)
      left join views on views.day = d.day::date left join started on started.day = d.day::date left join completed on completed.day = d.day::date
      order by d.day`)
    return rows
  },
  async final(asked) {
    const { rows } = await connection.execute<{ n: number }>(sql`
      select count(*)::integer as n from participations p
      join quests q on q.id = p.quest_id
      join credentials c on c.quest_id = p.quest_id and c.account_id = p.account_id
      join rollup_txs t on t.id = c.tx_id
      left join rollup_batches b on b.number = t.batch
      where q.space_id = ${asked.spaceId} and p.completed_at >= ${from(asked)} and p.completed_at < ${until(asked)}
        and (t.status = 'final' or b.status = 'final')`)
    return rows[0]?.n ?? 0
  },
  async quests({ search, limit, ...asked }) {
    const { rows } = await connection.execute<Omit<SpaceQuest, 'places'> & { taken: number; supply: number }>(sql`
      select q.slug, v.definition -> 'title' as title, q.status, q.completed as taken, q.supply,
        (select count(*)::integer from quest_views w
          where w.quest_id = q.id and w.day between ${asked.from}::date and ${asked.to}::date) as views,
        (select count(*)::integer from participations p
          where p.quest_id = q.id and p.started_at >= ${from(asked)} and p.started_at < ${until(asked)}) as started,
        (select count(*)::integer from participations p
          where p.quest_id = q.id and p.completed_at >= ${from(asked)} and p.completed_at < ${until(asked)}) as completed
      from quests q join quest_versions v on v.quest_id = q.id and v.version = q.published_version
      where q.space_id = ${asked.spaceId} and q.prize_of is null and q.status <> 'draft'
        and (${search} = '' or position(lower(${search}) in lower(concat_ws(' ', q.slug, v.definition -> 'title' ->> 'en', v.definition -> 'title' ->> 'ja'))) > 0)
      order by started desc, views desc, q.opens_at desc, q.slug limit ${limit}`)
    return rows.map(({ taken, supply, ...row }) => ({ ...row, places: { taken, of: supply } }))
  },
})
