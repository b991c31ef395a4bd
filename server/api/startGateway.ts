import { once } from 'node:events'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { composeEventSource } from '#server/compose/eventSource.ts'
import { keepTelling } from '#server/compose/push.ts'
import type { Composition } from '#server/compose.ts'
import { systemClock } from '#server/shared/clock.ts'
import { createCursors } from './cursor.ts'
import { createGateway } from './gateway.ts'
import { createMemoryLimiter } from './limiter.ts'

/** Starts the gateway and answers how to stop it: no new connections, open streams end, the rest is waited for. */
export async function startGateway(composition: Composition, port: number) {
  const { env, members, db, databaseUrl, log } = composition
  const metrics = new Registry()
  metrics.setDefaultLabels({ process: 'gateway' })
  collectDefaultMetrics({ register: metrics })
  const stop = new AbortController()
  const source = composeEventSource({ db, databaseUrl, log })
  const server = createGateway({
    members,
    limiter: createMemoryLimiter(),
    cursors: createCursors(members.secret),
    source,
    metrics,
    ready: composition.isReady,
    stopped: stop.signal,
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  log.info({ port }, 'ready')
  const telling = keepTelling({ env, db, clock: systemClock, log }, stop.signal)
  return async () => {
    stop.abort()
    const closed = once(server, 'close')
    server.close()
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 3000).unref()
    await closed
    await telling
    await source.close()
    await composition.close()
    log.info('stopped')
  }
}
