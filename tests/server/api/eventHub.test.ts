import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { EventRow } from '#drizzle/readEvents.ts'
import { createEventHub, type EventSource, type Told } from '#server/api/eventHub.ts'
import { systemClock } from '#server/shared/clock.ts'
import { createLog } from '#server/shared/log.ts'

const stops = new Set<AbortController>()
afterEach(() => {
  for (const stop of stops) stop.abort()
  stops.clear()
})

/** Events in memory, each of a transaction of its own that is over; `looks` counts how often the hub looked. */
function memorySource() {
  const rows: EventRow[] = []
  let wake = () => {}
  const state = { looks: 0, failing: false }
  const source: EventSource = {
    async since(mark, limit) {
      state.looks++
      if (state.failing) throw new Error('away')
      const events = mark === null ? [] : rows.filter(({ id }) => id >= Number(mark)).slice(0, limit)
      return { mark: String(rows.length), events }
    },
    read: async (ids) => rows.filter(({ id }) => ids.includes(id)),
    of: async (topics, mark, above) =>
      rows.filter(({ id, topic }) => topics.includes(topic) && id >= Number(mark) && id > above).slice(0, 3),
    next: (signal) =>
      new Promise((resolve) => {
        wake = resolve
        signal.addEventListener('abort', () => resolve())
      }),
    sleep: (ms, signal) => systemClock.sleep(Math.min(ms, 50), signal),
  }
  const emit = (topic: string, count = 1) => {
    for (let n = 0; n < count; n++)
      rows.push({ id: rows.length, topic, kind: `${topic} ${rows.length}`, payload: {}, createdAt: new Date(0) })
    wake()
  }
  emit('before')
  return { source, state, emit }
}

function start() {
  const stop = new AbortController()
  stops.add(stop)
  const { source, state, emit } = memorySource()
  const hub = createEventHub(source, { stopped: stop.signal, log: createLog('hub', 'silent') })
  const listen = (topic: string, place: string | null = null) => hub.follow([topic], place, stop.signal)
  return { state, emit, listen, stop }
}

/** The next events of a listener that goes on listening. */
async function take(events: AsyncGenerator<Told>, count: number): Promise<string[]> {
  const kinds: string[] = []
  while (kinds.length < count) {
    const { value, done } = await events.next()
    if (done) return kinds
    kinds.push(value.kind)
  }
  return kinds
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 120))

describe('the hub of events', () => {
  it('looks once for all listeners, and hands each what it asked for', async () => {
    const { state, emit, listen } = start()
    const heard = Array.from({ length: 100 }, (_, n) => take(listen(`topic-${n % 2}`), 2))
    await settled()
    const before = state.looks
    emit('topic-0')
    emit('topic-1')
    emit('other', 100)
    emit('topic-0')
    emit('topic-1')
    expect(new Set((await Promise.all(heard)).map(String))).toEqual(new Set(['topic-0 1,topic-0 103', 'topic-1 2,topic-1 104']))
    expect(state.looks - before).toBeLessThan(20)
  })

  it('keeps its listeners while the database is away, and tells them what happened meanwhile', async () => {
    const { state, emit, listen } = start()
    const heard = take(listen('a'), 2)
    await settled()
    state.failing = true
    emit('a', 2)
    await settled()
    state.failing = false
    expect(await heard).toEqual(['a 1', 'a 2'])
  })

  it('lets go of a listener that takes nothing, and of nobody else', async () => {
    const { emit, listen } = start()
    const [idle, busy] = [listen('a'), listen('b')]
    const [first, other] = [take(idle, 1), take(busy, 2)]
    await settled()
    emit('a')
    await first
    for (let n = 0; n < 3; n++) {
      emit('a', 600)
      await settled()
    }
    emit('b', 2)
    expect(await other).toHaveLength(2)
    await expect(take(idle, 3000)).rejects.toMatchObject({ code: 'events.missed' })
  })

  it('sends everyone back to their own place when too much happened at once', async () => {
    const { emit, listen } = start()
    const heard = take(listen('a'), 1)
    await settled()
    emit('other', 60_000)
    await expect(heard).rejects.toMatchObject({ code: 'events.missed' })
    const again = take(listen('a'), 1)
    await settled()
    emit('a')
    expect(await again).toHaveLength(1)
  })

  it('goes on from a place, page by page, and then with what comes', async () => {
    const { emit, listen } = start()
    const events = listen('a')
    const first = events.next()
    await settled()
    emit('a')
    const { value } = await first
    emit('a', 8)
    await settled()
    const back = listen('a', value?.place)
    expect(await take(back, 8)).toEqual(Array.from({ length: 8 }, (_, n) => `a ${n + 2}`))
    emit('a')
    expect(await take(back, 1)).toEqual(['a 10'])
  })

  it('ends its streams when the process stops', async () => {
    const { listen, stop } = start()
    const heard = take(listen('a'), 1)
    await settled()
    stop.abort()
    expect(await heard).toEqual([])
  })
})

/** As Postgres does it: ids are given when a row is written, rows are seen once their transaction is over, in whatever order transactions end. */
function transactions() {
  type Tx = { id: number; events: number[]; over: boolean }
  const txs: Tx[] = []
  let events = 0
  const running = () => txs.filter(({ over }) => !over)
  const seenFrom = (mark: number) => txs.filter(({ id, over }) => over && id >= mark).flatMap((tx) => tx.events)
  const row = (id: number): EventRow => ({ id, topic: 'a', kind: 'a', payload: {}, createdAt: new Date(0) })
  const sorted = (ids: number[]) => ids.toSorted((a, b) => a - b).map(row)
  return {
    begin: () => void txs.push({ id: txs.length, events: [], over: false }),
    write: (at: number) =>
      void running()
        .at(at % Math.max(1, running().length))
        ?.events.push(++events),
    end(at: number) {
      const tx = running().at(at % Math.max(1, running().length))
      if (tx) tx.over = true
    },
    endAll() {
      for (const tx of running()) tx.over = true
    },
    count: () => events,
    since: async (mark: string | null) => ({
      mark: String(running()[0]?.id ?? txs.length),
      events: mark === null ? [] : sorted(seenFrom(Number(mark))),
    }),
    read: async (ids: readonly number[]) => sorted([...ids]),
    of: async (_topics: readonly string[], mark: string, above: number) =>
      sorted(seenFrom(Number(mark)))
        .filter(({ id }) => id > above)
        .slice(0, 2),
  }
}

const step = fc.oneof(
  fc.record({ do: fc.constantFrom('begin' as const, 'look' as const), at: fc.constant(0) }),
  fc.record({ do: fc.constantFrom('write' as const, 'end' as const), at: fc.nat(5) }),
)

describe('events of transactions in any order', () => {
  it('come once each to a listener who stays, and all to one who comes back from any place', () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.nat(), async (steps, breakAt) => {
        const { begin, write, end, endAll, count, ...table } = transactions()
        let announce = () => {}
        const source: EventSource = {
          ...table,
          next: () => new Promise((resolve) => (announce = resolve)),
          sleep: (ms) => (ms > 1000 ? new Promise(() => {}) : Promise.resolve()),
        }
        const stop = new AbortController()
        const hub = createEventHub(source, { stopped: stop.signal, log: createLog('hub', 'silent') })
        const heard: Told[] = []
        const listening = (async () => {
          for await (const event of hub.follow(['a'], null, stop.signal)) heard.push(event)
        })()
        const look = async () => {
          await new Promise((resolve) => setImmediate(resolve))
          announce()
          await new Promise((resolve) => setImmediate(resolve))
        }
        await look()
        for (const { do: what, at } of steps) await { begin, write: () => write(at), end: () => end(at), look }[what]()
        endAll()
        await look()
        await look()
        const all = Array.from({ length: count() }, (_, n) => n + 1)
        expect(heard.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(all)
        if (heard.length > 0) {
          const first = heard.slice(0, (breakAt % heard.length) + 1)
          const ids = new Set(first.map(({ id }) => id))
          const back = hub.follow(['a'], first.at(-1)?.place ?? null, stop.signal)
          while (ids.size < all.length) ids.add((await back.next()).value?.id ?? -1)
          expect([...ids].toSorted((a, b) => a - b)).toEqual(all)
        }
        stop.abort()
        await listening
      }),
      { numRuns: 200 },
    ))
})
