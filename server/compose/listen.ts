import pg from 'pg'
import type { Log } from '#server/shared/log.ts'

/**
 * Listens for Postgres notifications on a connection of its own, which is made again when it is lost. `next` resolves at the next one.
 * `heard` gives the payloads since it was last asked, or `all` when some may have been missed while the connection was away: whoever listens also looks
 * at the tables by the clock.
 */
export function listenFor(url: string, channels: string[], log: Log) {
  const waiting = new Set<() => void>()
  let pending = false
  let payloads = new Set<string>()
  let missed = true
  let client: pg.Client | undefined
  let closed = false
  const wake = () => {
    pending = waiting.size === 0
    for (const resolve of waiting) resolve()
    waiting.clear()
  }
  const start = () => {
    const connection = new pg.Client({ connectionString: url })
    client = connection
    // A connection that fails says so more than once: it is replaced once, or failures would double the attempts each time.
    let replaced = false
    const replace = () => {
      if (replaced || closed) return
      replaced = true
      connection.end().catch(() => undefined)
      setTimeout(start, 500).unref()
    }
    connection.on('notification', ({ payload = '' }) => {
      payloads.add(payload)
      wake()
    })
    connection.on('error', (error) => {
      log.warn({ err: error }, 'the notification connection was lost')
      replace()
    })
    connection.on('end', replace)
    connect(connection).catch((error) => {
      log.warn({ err: error }, 'cannot listen')
      replace()
    })
  }
  const connect = async (connection: pg.Client) => {
    await connection.connect()
    for (const channel of channels) await connection.query(`listen ${pg.escapeIdentifier(channel)}`)
    missed = true
    wake()
  }
  start()
  return {
    next(signal: AbortSignal): Promise<void> {
      if (pending) {
        pending = false
        return Promise.resolve()
      }
      return new Promise((resolve) => {
        const done = () => {
          waiting.delete(done)
          resolve()
        }
        waiting.add(done)
        signal.addEventListener('abort', done, { once: true })
      })
    },
    heard(): string[] | 'all' {
      const heard = missed ? 'all' : [...payloads]
      payloads = new Set()
      missed = closed || client === undefined
      return heard
    },
    async close() {
      closed = true
      await client?.end().catch((error: unknown) => log.debug({ err: error }, 'the notification connection did not end cleanly'))
    },
  }
}
