import type { EventRow } from '#drizzle/readEvents.ts'

/** What the hub needs from outside. */
export type EventSource = {
  /** Events of some topics after an id, oldest first. */
  read(topics: string[], afterId: number): Promise<EventRow[]>
  lastId(): Promise<number>
  /** Resolves at the next announcement. */
  next(signal: AbortSignal): Promise<void>
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

/** Announcements may be lost while the listening connection is away, so each subscriber also looks by itself. */
const lookMs = 5000
/** Ids are given before commit, so a lower one may become visible later: each look goes this far back and skips what was sent. */
const lookBack = 200

/**
 * The events of some topics from `afterId` (null: from now) until the signal. Each event comes once; order is by id, except that one whose
 * transaction took longer may come after a younger one.
 */
export async function* follow(
  source: EventSource,
  topics: string[],
  afterId: number | null,
  signal: AbortSignal,
): AsyncGenerator<EventRow> {
  const floor = afterId ?? (await source.lastId())
  let newest = floor
  const sent = new Set<number>()
  while (!signal.aborted) {
    const rows = await source.read(topics, Math.max(floor, newest - lookBack))
    for (const row of rows) {
      if (sent.has(row.id)) continue
      sent.add(row.id)
      newest = Math.max(newest, row.id)
      yield row
    }
    for (const id of sent) if (id < newest - 2 * lookBack) sent.delete(id)
    if (rows.length < 500) await wait(source, signal)
  }
}

async function wait(source: EventSource, signal: AbortSignal) {
  const done = new AbortController()
  const either = AbortSignal.any([signal, done.signal])
  await Promise.race([source.next(either), source.sleep(lookMs, either)])
  done.abort()
}
