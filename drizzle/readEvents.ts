import { and, asc, desc, gt, inArray } from 'drizzle-orm'
import type { Connection } from './client.ts'
import { events } from './schema/index.ts'

export type EventRow = { id: number; topic: string; kind: string; payload: Record<string, unknown>; createdAt: Date }

/** Events of some topics after an id, oldest first. */
export function readEvents(connection: Connection, topics: string[], afterId: number, limit = 500): Promise<EventRow[]> {
  return connection
    .select()
    .from(events)
    .where(and(inArray(events.topic, topics), gt(events.id, afterId)))
    .orderBy(asc(events.id))
    .limit(limit)
}

/** Id of the newest event; 0 before the first. */
export async function lastEventId(connection: Connection): Promise<number> {
  const [row] = await connection.select({ id: events.id }).from(events).orderBy(desc(events.id)).limit(1)
  return row?.id ?? 0
}
