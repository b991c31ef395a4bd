import type { Database } from '#drizzle/client.ts'
import { type EventMark, eventsOf, eventsSince, readEvents } from '#drizzle/readEvents.ts'
import { systemClock } from '#server/shared/clock.ts'
import type { Log } from '#server/shared/log.ts'
import { listenFor } from './listen.ts'

/** Events from the database, announced by its notifications; the connection is made again when it is lost. */
export function composeEventSource(input: { db: Database; databaseUrl: string; log: Log }) {
  const { db } = input
  const listener = listenFor(input.databaseUrl, ['cairn_events'], input.log)
  return {
    since: (mark: EventMark | null, limit: number) => eventsSince(db, mark, limit),
    read: (ids: readonly number[]) => readEvents(db, ids),
    of: (topics: readonly string[], mark: EventMark, aboveId: number) => eventsOf(db, topics, mark, aboveId),
    next: listener.next,
    sleep: systemClock.sleep,
    close: listener.close,
  }
}
