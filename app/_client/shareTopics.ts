/** One open stream of pushed events. */
export type Stream = { close(): void }
export type StreamEvents = {
  /** An event of one of the topics, with the id to go on from. */
  onEvent(topic: string, id: string): void
  /** The connection stands. `missed`: it did not at once, or it broke before, so something may not have been heard. */
  onOpen(missed: boolean): void
}
/** Opens a stream of some topics, from the event after `lastId` on (null: from now). A connection that breaks is its own to mend. */
export type OpenStream = (input: { topics: string[]; lastId: string | null }, events: StreamEvents) => Stream

type Listener = { topics: ReadonlySet<string>; onChange: () => void; due: boolean }
type Generation = { key: string; streams: Stream[] }

/** Most topics that one stream takes. */
export const topicsPerStream = 20

/**
 * Lets everything on a page that listens share one stream: browsers open few connections to one host, and each tab of a member would take
 * several. When the topics change, the new stream stands before the old one ends, so nothing is missed between them. `later` runs a task soon:
 * topics that come and go together change the stream once.
 */
export function createTopicShare(open: OpenStream, later: (task: () => void) => void) {
  const listeners = new Set<Listener>()
  let standing: Generation | null = null
  let coming: Generation | null = null
  let lastId: string | null = null
  let planned = false

  const plan = () => {
    if (planned) return
    planned = true
    later(() => {
      planned = false
      renew([...new Set([...listeners].flatMap(({ topics }) => [...topics]))].sort())
    })
  }

  function renew(wanted: string[]) {
    const key = wanted.join(',')
    if (key === (coming ?? standing)?.key) {
      if (coming === null) tellDue()
      return
    }
    close(coming)
    coming = null
    if (key === standing?.key) return tellDue()
    if (wanted.length === 0) {
      close(standing)
      standing = null
      return
    }
    begin({ key, streams: [] }, chunks(wanted))
  }

  function begin(next: Generation, parts: string[][]) {
    coming = next
    let waiting = parts.length
    next.streams = parts.map((topics) => {
      let opened = false
      const onOpen = (missed: boolean) => {
        if (missed) tellMissed(topics)
        if (opened) return
        opened = true
        waiting--
        if (waiting > 0 || coming !== next) return
        close(standing)
        standing = next
        coming = null
        tellDue()
      }
      return open({ topics, lastId }, { onEvent: hear, onOpen })
    })
  }

  function hear(topic: string, id: string) {
    lastId = id
    for (const { topics, onChange } of listeners) if (topics.has(topic)) onChange()
  }

  function tellMissed(topics: readonly string[]) {
    for (const listener of listeners) {
      if (!topics.some((topic) => listener.topics.has(topic))) continue
      listener.due = false
      listener.onChange()
    }
  }

  function tellDue() {
    for (const listener of listeners) {
      if (!listener.due) continue
      listener.due = false
      listener.onChange()
    }
  }

  return {
    /**
     * Calls `onChange` at each event of the topics, and when some may have been missed; with `atOnce` when the stream first stands, too.
     * Answers how to stop.
     */
    listen(topics: readonly string[], onChange: () => void, atOnce = false): () => void {
      const listener: Listener = { topics: new Set(topics), onChange, due: atOnce }
      listeners.add(listener)
      plan()
      return () => {
        if (listeners.delete(listener)) plan()
      }
    },
  }
}

function close(generation: Generation | null) {
  for (const stream of generation?.streams ?? []) stream.close()
}

const chunks = (topics: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(topics.length / topicsPerStream) }, (_, i) => topics.slice(i * topicsPerStream, (i + 1) * topicsPerStream))
