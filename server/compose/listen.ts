import pg from 'pg'
import type { Log } from '#server/shared/log.ts'

/**
 * Listens for Postgres notifications on a connection of its own, which is made again when it is lost. `next` resolves at the next one.
 * A notification may be missed while the connection is away: whoever listens also looks at the tables by the clock.
 */
export function listenFor(url: string, channels: string[], log: Log) {
  const waiting = new Set<() => void>()
  let pending = false
  let client: pg.Client | undefined
  let closed = false
  const wake = () => {
    pending = waiting.size === 0
    for (const resolve of waiting) resolve()
    waiting.clear()
  }
  const connect = async () => {
    client = new pg.Client({ connectionString: url })
    client.on('notification', wake)
    client.on('error', (error) => log.warn({ err: error }, 'the notification connection was lost'))
    client.on('end', () => {
      if (!closed) setTimeout(start, 500).unref()
    })
    await client.connect()
    for (const channel of channels) await client.query(`listen ${pg.escapeIdentifier(channel)}`)
  }
  const start = () => {
    connect().catch((error) => {
      log.warn({ err: error }, 'cannot listen')
      if (!closed) setTimeout(start, 1000).unref()
    })
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
    async close() {
      closed = true
      await client?.end().catch((error: unknown) => log.debug({ err: error }, 'the notification connection did not end cleanly'))
    },
  }
}
