import { sql } from 'drizzle-orm'
import type { Connection } from './client.ts'
import { events } from './schema/index.ts'

export type CairnEvent = { topic: string; kind: string; payload: Record<string, unknown> }

/** Writes events in the caller's transaction and announces them: listeners hear of them when, and only when, the transaction commits. */
export async function publishEvents(connection: Connection, ...many: CairnEvent[]) {
  if (many.length === 0) return
  // Arrays, one parameter a column: a sealed batch tells thousands of members.
  const column = (of: (event: CairnEvent) => string) => sql.param(many.map(of))
  await connection.execute(sql`
    insert into ${events} (topic, kind, payload)
    select topic, kind, payload::json from unnest(${column(({ topic }) => topic)}::text[], ${column(({ kind }) => kind)}::text[],
      ${column(({ payload }) => JSON.stringify(payload))}::text[]) as e(topic, kind, payload)`)
  // However many: Postgres passes on equal notifications of a transaction once.
  await connection.execute(sql`select pg_notify('cairn_events', '')`)
}
