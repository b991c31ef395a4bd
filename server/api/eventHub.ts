import type { EventMark, EventRow } from '#drizzle/readEvents.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { Log } from '#server/shared/log.ts'

/** What the hub needs from outside. */
export type EventSource = {
  /** Ids and topics of the events from a mark on (null: none), oldest first, and the mark to go on from. As many as `limit`: there may be more. */
  since(mark: EventMark | null, limit: number): Promise<{ mark: EventMark; events: { id: number; topic: string }[] }>
  read(ids: readonly number[]): Promise<EventRow[]>
  /** Events of some topics from a mark on, above an id, oldest first: one page. */
  of(topics: readonly string[], mark: EventMark, aboveId: number): Promise<EventRow[]>
  /** Resolves at the next announcement. */
  next(signal: AbortSignal): Promise<void>
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

/** An event with the place to go on from, for a listener whose connection breaks after it. */
export type Told = EventRow & { place: string }

/** Announcements may be lost while the listening connection is away, so the hub also looks by itself. */
const lookMs = 5000
/** Announcements that come together are one look. */
const paceMs = 20
/** So long the hub rests when the database does not answer. */
const retryMs = 1000
/** More news than this in one look are not handed out: every listener comes back and reads its own. */
const lookLimit = 50_000
/** A listener that takes nothing in for so many events has to come back. */
const queueLimit = 1000

type Listener = { tell(event: Told): void; end(error: unknown): void }

export const placePattern = /^\d{1,19}-\d{1,15}$/

/**
 * Events of the database, handed on to many listeners: one look for all of them, however many there are. Each listener gets every event of its topics at
 * least once; one whose transaction took longer may come after a younger one, and one that was told shortly before a connection broke may come again.
 */
export function createEventHub(source: EventSource, { stopped, log }: { stopped: AbortSignal; log: Log }) {
  const listeners = new Map<string, Set<Listener>>()
  let mark: EventMark | null = null
  /** Of the last look: what that one saw of transactions that were under way may be seen again. */
  let seen = new Set<number>()
  let begun: Promise<void> | undefined

  async function look() {
    const from = mark
    const found = await source.since(from, lookLimit)
    const fresh = found.events.filter(({ id, topic }) => !seen.has(id) && listeners.has(topic))
    if (found.events.length >= lookLimit)
      endAll(new CairnError('events.missed', 'Too much happened at once. Listen again from the last id.'))
    else if (from !== null && fresh.length > 0)
      for (const event of await source.read(fresh.map(({ id }) => id)))
        for (const listener of listeners.get(event.topic) ?? []) listener.tell({ ...event, place: placeOf(from, event.id) })
    // Only now: a look that failed is made again.
    mark = found.mark
    seen = new Set(found.events.map(({ id }) => id))
  }

  function endAll(error: unknown) {
    for (const each of listeners.values()) for (const listener of each) listener.end(error)
  }

  async function run() {
    while (!stopped.aborted) {
      try {
        const announced = heard(source, stopped)
        await look()
        await announced
        await source.sleep(paceMs, stopped)
      } catch (error) {
        if (stopped.aborted) return
        log.warn({ err: error }, 'events cannot be read')
        await source.sleep(retryMs, stopped)
      }
    }
  }

  /** Resolves when the hub looks: what happens from then on is heard. */
  function begin(): Promise<void> {
    begun ??= look().then(() => void run())
    begun.catch(() => {
      begun = undefined
    })
    return begun
  }

  function enter(topics: readonly string[], listener: Listener) {
    for (const topic of topics) listeners.set(topic, (listeners.get(topic) ?? new Set()).add(listener))
    return () => {
      for (const topic of topics) {
        const others = listeners.get(topic)
        others?.delete(listener)
        if (others?.size === 0) listeners.delete(topic)
      }
    }
  }

  return {
    /** The place to go on from now. */
    async here(): Promise<string> {
      await begin()
      if (mark === null) throw new CairnError('internal', 'The hub has looked and knows no mark.')
      return placeOf(mark, 0)
    },
    /** The events of some topics from a place on (null: from now) until the signal. Throws `events.missed` when they are not taken in time. */
    async *follow(topics: readonly string[], place: string | null, signal: AbortSignal): AsyncGenerator<Told> {
      await begin()
      const queue = createQueue(queueLimit)
      const leave = enter(topics, queue)
      try {
        const before = new Set<number>()
        if (place !== null)
          for await (const event of past(source, topics, place)) {
            before.add(event.id)
            yield event
          }
        for await (const event of queue.all(signal)) if (!before.has(event.id)) yield event
      } finally {
        leave()
      }
    },
  }
}

/** Everything from a place on, page by page, but the event that the place was given with. */
async function* past(source: EventSource, topics: readonly string[], place: string): AsyncGenerator<Told> {
  const { mark, id: last } = readPlace(place)
  for (let above = 0; ; ) {
    const page = await source.of(topics, mark, above)
    for (const event of page) if (event.id !== last) yield { ...event, place: placeOf(mark, event.id) }
    const end = page.at(-1)
    if (!end) return
    above = end.id
  }
}

/** What one listener has not taken yet. */
function createQueue(limit: number) {
  let waiting: Told[] = []
  let ended: { error: unknown } | null = null
  let wake = () => {}
  const end = (error: unknown) => {
    ended ??= { error }
    wake()
  }
  return {
    end,
    tell(event: Told) {
      if (waiting.length >= limit)
        return end(new CairnError('events.missed', 'Events were not taken in time. Listen again from the last id.'))
      waiting.push(event)
      wake()
    },
    async *all(signal: AbortSignal): AsyncGenerator<Told> {
      signal.addEventListener('abort', () => wake(), { once: true })
      while (!signal.aborted) {
        const taken = waiting
        waiting = []
        yield* taken
        if (taken.length > 0) continue
        if (ended) throw ended.error
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}

export type EventHub = ReturnType<typeof createEventHub>

/** What came by the look at a mark: from that mark on, and not that one again. */
const placeOf = (mark: EventMark, id: number) => `${mark}-${id}`

function readPlace(place: string): { mark: EventMark; id: number } {
  const [mark = '', id = ''] = place.split('-')
  return { mark, id: Number(id) }
}

/** Resolves at an announcement or after a while. */
async function heard(source: EventSource, signal: AbortSignal) {
  const done = new AbortController()
  const either = AbortSignal.any([signal, done.signal])
  await Promise.race([source.next(either), source.sleep(lookMs, either)])
  done.abort()
}
