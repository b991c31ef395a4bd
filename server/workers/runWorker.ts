import { createServer } from 'node:http'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { type Clock, systemClock } from '#server/shared/clock.ts'
import { type Env, readEnv } from '#server/shared/env.ts'
import { createLog, type Log } from '#server/shared/log.ts'

export type WorkerContext = {
  env: Env
  log: Log
  clock: Clock
  metrics: Registry
  /** Aborted when the process was asked to stop. */
  signal: AbortSignal
}

/** What a worker process does: `tick` is called again and again; it returns true when there may be more to do at once. */
export type Worker = {
  tick(): Promise<boolean>
  /** Resolves when the worker should tick before its pause is over (a database notification, say). */
  wake?(signal: AbortSignal): Promise<void>
  stop(): Promise<void>
}

/**
 * Runs one worker process: health server, structured log, a loop that outlives every error (back-off 250 ms to 5 s), stop on a signal.
 * `/readyz` answers 503 until the first tick went well and while ticks fail.
 */
export async function runWorker(name: string, pauseMs: number, build: (context: WorkerContext) => Promise<Worker>) {
  const env = readEnv()
  const log = createLog(name, env.CAIRN_LOG_LEVEL)
  const metrics = new Registry()
  metrics.setDefaultLabels({ process: name })
  collectDefaultMetrics({ register: metrics })
  const stop = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())

  let ready = false
  const health = serveHealth(env.CAIRN_HEALTH_PORT, metrics, () => ready)
  health.once('listening', () => log.info({ health: health.address() }, 'started'))
  const context = { env, log, clock: systemClock, metrics, signal: stop.signal }
  let worker: Worker | undefined
  let failures = 0
  while (!stop.signal.aborted) {
    try {
      worker ??= await build(context)
      const more = await worker.tick()
      if (!ready) log.info('ready')
      ready = true
      failures = 0
      if (!more) await pause(worker, pauseMs, stop.signal)
    } catch (error) {
      ready = false
      failures++
      log.error({ err: error, failures }, 'tick failed')
      await systemClock.sleep(Math.min(5000, 250 * 2 ** Math.min(failures, 5)), stop.signal)
    }
  }
  await worker?.stop()
  health.close()
  log.info('stopped')
}

async function pause(worker: Worker, ms: number, signal: AbortSignal) {
  const done = new AbortController()
  const either = AbortSignal.any([signal, done.signal])
  await Promise.race([systemClock.sleep(ms, either), ...(worker.wake ? [worker.wake(either)] : [])])
  done.abort()
}

function serveHealth(port: number, metrics: Registry, ready: () => boolean) {
  const server = createServer(async (request, response) => {
    if (request.url === '/healthz') return void response.end('ok\n')
    if (request.url === '/readyz') return void response.writeHead(ready() ? 200 : 503).end(ready() ? 'ready\n' : 'not ready\n')
    if (request.url === '/metrics')
      return void response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.metrics())
    response.writeHead(404).end()
  })
  server.listen(port, '127.0.0.1')
  return server
}
