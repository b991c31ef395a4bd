import { sql } from 'drizzle-orm'
import type { Connection } from './client.ts'
import { events } from './schema/index.ts'

export type CairnEvent = { topic: string; kind: string; payload: Record<string, unknown> }

/** Writes an event in the caller's transaction and announces it: listeners hear of it when, and only when, the transaction commits. */
export async function publishEvent(connection: Connection, event: CairnEvent) {
  const [row] = await connection.insert(events).values(event).returning({ id: events.id })
  if (row) await connection.execute(sql`select pg_notify('cairn_events', ${String(row.id)})`)
}

/** As `publishEvent`, many at once. */
export async function publishEvents(connection: Connection, many: readonly CairnEvent[]) {
  if (many.length === 0) return
  const rows = await connection
    .insert(events)
    .values([...many])
    .returning({ id: events.id })
  const ids = sql.param(rows.map(({ id }) => String(id)))
  await connection.execute(sql`select pg_notify('cairn_events', id) from unnest(${ids}::text[]) as e(id)`)
}
