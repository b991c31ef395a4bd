import type { Database } from '#drizzle/client.ts'
import { lastEventId, readEvents } from '#drizzle/readEvents.ts'
import { systemClock } from '#server/shared/clock.ts'
import type { Log } from '#server/shared/log.ts'
import { listenFor } from './listen.ts'

/** Events from the database, announced by its notifications; the connection is made again when it is lost. */
export function composeEventSource(input: { db: Database; databaseUrl: string; log: Log }) {
  const listener = listenFor(input.databaseUrl, ['cairn_events'], input.log)
  return {
    read: (topics: string[], afterId: number) => readEvents(input.db, topics, afterId),
    lastId: () => lastEventId(input.db),
    next: listener.next,
    sleep: (ms: number, signal: AbortSignal) => systemClock.sleep(ms, signal),
    close: listener.close,
  }
}
