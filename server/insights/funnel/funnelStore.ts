import { type SQL, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import type { Days } from '../days.ts'
import type { Counted, FunnelFilter, FunnelSplit, PeopleCount } from './funnel.ts'

type Asked = Days & { questId: string; by: FunnelSplit | null; filter: FunnelFilter }

/** Where visitors and members came from, most frequent first. */
export type Sources = { referrers: string[]; refs: string[] }

/** Counts a quest's visitors and members, all of them and in groups: one statement each (two for chains), however many there are. */
export type FunnelStore = {
  views(asked: Asked): Promise<Counted<number>>
  people(asked: Asked & { steps: readonly string[] }): Promise<Counted<PeopleCount>>
  sources(asked: Days & { questId: string; most: number }): Promise<Sources>
}

/** More groups than are shown, so that those of visitors and those of members find each other. */
const mostKeys = 1000

const viewKeys: Partial<Record<FunnelSplit, SQL>> = { referrer: sql`referrer`, ref: sql`ref`, day: sql`day::text` }

/** Days are those of the arrival, or of the start where that was earlier or nobody saw an arrival. */
const peopleKeys: Record<FunnelSplit, SQL> = {
  wallet: sql`w.namespace`,
  referrer: sql`p.referrer`,
  ref: sql`p.ref`,
  day: sql`to_char(p.entered_at at time zone 'UTC', 'YYYY-MM-DD')`,
  chain: sql`seen.chain`,
}

type ViewRow = { key: string | null; whole: boolean; views: number }
type PeopleRow = { key: string | null; whole: boolean; passed: number[] } & Omit<PeopleCount, 'steps'>

export function createFunnelStore(connection: Connection): FunnelStore {
  return {
    async views({ questId, by, from, to, filter }) {
      const key = by === null ? undefined : viewKeys[by]
      const { rows } = await connection.execute<ViewRow>(sql`
        select key, grouping(key) = 1 as whole, count(*)::integer as views
        from (select ${key ?? sql`null::text`} as key from quest_views
          where quest_id = ${questId} and day between ${from}::date and ${to}::date
            and ${cameFrom(filter, sql``)}) as v
        group by grouping sets ((), (key)) order by whole desc, views desc, key limit ${mostKeys + 1}`)
      const groups = key === undefined ? [] : rows.filter(({ whole }) => !whole)
      return {
        total: rows.find(({ whole }) => whole)?.views ?? 0,
        groups: groups.map(({ key: name, views }) => ({ key: name, count: views })),
      }
    },
    async sources({ questId, from, to, most }) {
      const { rows } = await connection.execute<{ what: 'referrer' | 'ref'; key: string }>(sql`
        with came as (
          select referrer, ref from quest_views where quest_id = ${questId} and day between ${from}::date and ${to}::date
          union all
          select referrer, ref from quest_arrivals where quest_id = ${questId} and ${within({ from, to }, sql`at`)}
        ), told as (
          select 'referrer' as what, referrer as key from came union all select 'ref', ref from came
        ), placed as (
          select what, key, row_number() over (partition by what order by count(*) desc, key) as place from told where key is not null group by what, key
        )
        select what, key from placed where place <= ${most} order by what, place`)
      const keys = (of: 'referrer' | 'ref') => rows.filter(({ what }) => what === of).map(({ key }) => key)
      return { referrers: keys('referrer'), refs: keys('ref') }
    },
    async people(asked) {
      // A member whose passes were seen on two chains is in two groups, so these do not make up the whole.
      const whole = asked.by === 'chain' ? await readPeople(connection, { ...asked, by: null }) : []
      const rows = [...whole.filter((row) => row.whole), ...(await readPeople(connection, asked))]
      const countOf = ({ connected, started, completed, final, passed }: PeopleRow): PeopleCount => ({
        ...{ connected, started, completed, final },
        steps: Object.fromEntries(asked.steps.map((id, i) => [id, passed[i] ?? 0])),
      })
      const [total] = rows.filter((row) => row.whole)
      const groups = asked.by === null ? [] : rows.filter((row) => !row.whole)
      return {
        total: total ? countOf(total) : { connected: 0, started: 0, completed: 0, final: 0, steps: {} },
        groups: groups.map((row) => ({ key: row.key, count: countOf(row) })),
      }
    },
  }
}

/** Moments within whole days (UTC). */
const within = ({ from, to }: Days, at: SQL): SQL =>
  sql`${at} >= ${from}::date::timestamp at time zone 'UTC' and ${at} < (${to}::date + 1)::timestamp at time zone 'UTC'`

/** The part of a filter that visitors have, too. `of`: the table's name with a dot, or nothing. */
const cameFrom = ({ referrer, ref }: FunnelFilter, of: SQL): SQL =>
  all([
    referrer === undefined ? null : sql`${of}referrer is not distinct from ${referrer}::text`,
    ref === undefined ? null : sql`${of}ref is not distinct from ${ref}::text`,
  ])

const all = (parts: readonly (SQL | null)[]): SQL => sql.join([sql`true`, ...parts.filter((part) => part !== null)], sql` and `)

/** The filter as a condition on members; every word of it is a parameter. */
const chosen = (filter: FunnelFilter): SQL =>
  all([
    cameFrom(filter, sql`p.`),
    filter.wallet === undefined ? null : sql`w.namespace = ${filter.wallet}`,
    filter.chain === undefined
      ? null
      : sql`exists (select 1 from step_verdicts v
          where v.participation_id = p.participation_id and v.status = 'pass' and ${filter.chain}::text = any(v.chains))`,
  ])

async function readPeople(
  connection: Connection,
  { questId, by, from, to, steps, filter }: Asked & { steps: readonly string[] },
): Promise<PeopleRow[]> {
  const passed = sql.join(
    steps.map((id) => sql`count(*) filter (where ${id}::text = any(steps))::integer`),
    sql`, `,
  )
  const { rows } = await connection.execute<PeopleRow>(sql`
    with people as (
      select coalesce(a.account_id, s.account_id) as account_id, s.id as participation_id, s.completed_at, a.referrer, a.ref,
        least(a.at, s.started_at) as entered_at
      from (select * from quest_arrivals where quest_id = ${questId}) as a
      full join (select * from participations where quest_id = ${questId}) as s on s.account_id = a.account_id
    ), passes as (
      select v.participation_id, array_agg(v.step_id) as steps
      from participations s join step_verdicts v on v.participation_id = s.id
      where s.quest_id = ${questId} and v.status = 'pass' group by v.participation_id
    ), facts as (
      select p.participation_id, p.completed_at, passes.steps, ${by === null ? sql`null::text` : peopleKeys[by]} as key,
        t.status = 'final' or b.status = 'final' as final
      from people p
      left join passes on passes.participation_id = p.participation_id
      left join wallets w on w.account_id = p.account_id and w."primary"
      left join credentials c on c.quest_id = ${questId} and c.account_id = p.account_id
      left join rollup_txs t on t.id = c.tx_id
      left join rollup_batches b on b.number = t.batch
      ${by === 'chain' ? joinChains(questId) : sql``}
      where ${within({ from, to }, sql`p.entered_at`)} and ${chosen(filter)}
    )
    select key, grouping(key) = 1 as whole, count(*)::integer as connected, count(participation_id)::integer as started,
      array[${passed}] as passed, count(completed_at)::integer as completed, count(*) filter (where final)::integer as final
    from facts group by grouping sets (${by === 'chain' ? sql`` : sql`(), `}(key)) order by whole desc, connected desc, key limit ${mostKeys + 1}`)
  return rows
}

/** One row for each chain that a pass of the member was seen on. */
const joinChains = (questId: string) => sql`
  join (select distinct v.participation_id, on_chain.chain
    from participations s join step_verdicts v on v.participation_id = s.id cross join unnest(v.chains) as on_chain(chain)
    where s.quest_id = ${questId} and v.status = 'pass') as seen on seen.participation_id = p.participation_id`
