import { and, asc, gt, inArray, sql } from 'drizzle-orm'
import type { Connection } from './client.ts'
import { events } from './schema/index.ts'

export type EventRow = { id: number; topic: string; kind: string; payload: Record<string, unknown>; createdAt: Date }

/**
 * How far a reader of events has come: the oldest transaction (xid8, decimal) that was under way when it looked. What it did not see then is of that
 * transaction or a later one. Ids do not tell: they are given before the commit, and a lower one may show up after a higher one.
 */
export type EventMark = string

/**
 * Ids and topics of the events from a mark on (null: none), in order of ids, and the mark to go on from. Those of the transactions that were under way at
 * `mark` may have been told before. At most `limit`: as many mean that there may be more.
 */
export async function eventsSince(connection: Connection, mark: EventMark | null, limit: number) {
  // One statement, hence one snapshot. A database restored elsewhere counts transactions anew: events of its former life are no news.
  const { rows } = await connection.execute<{ mark: string; id: string | null; topic: string | null }>(sql`
    select here.mark::text, e.id, e.topic
    from (select pg_snapshot_xmin(pg_current_snapshot()) mark, pg_snapshot_xmax(pg_current_snapshot()) above) here
    left join ${events} e on e.tx >= ${mark}::xid8 and e.tx < here.above
    order by e.id limit ${limit}`)
  return {
    mark: rows[0]?.mark ?? mark ?? '0',
    events: rows.flatMap(({ id, topic }) => (id === null || topic === null ? [] : [{ id: Number(id), topic }])),
  }
}

/** These events, in order of ids. */
export const readEvents = (connection: Connection, ids: readonly number[]): Promise<EventRow[]> =>
  connection
    .select()
    .from(events)
    .where(sql`${events.id} = any(${sql.param([...ids])}::bigint[])`)
    .orderBy(asc(events.id))

/** Events of some topics from a mark on, above an id, in order of ids: one page. */
export const eventsOf = (connection: Connection, topics: readonly string[], mark: EventMark, aboveId: number): Promise<EventRow[]> =>
  connection
    .select()
    .from(events)
    .where(
      and(
        inArray(events.topic, [...topics]),
        gt(events.id, aboveId),
        sql`${events.tx} >= ${mark}::xid8 and ${events.tx} < pg_snapshot_xmax(pg_current_snapshot())`,
      ),
    )
    .orderBy(asc(events.id))
    .limit(500)
