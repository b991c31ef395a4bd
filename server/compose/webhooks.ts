import type { Database } from '#drizzle/client.ts'
import type { Sealer } from '#server/auth/sealing.ts'
import type { Clock } from '#server/shared/clock.ts'
import type { Log } from '#server/shared/log.ts'
import { createGuardedFetch, type GuardedFetch } from '#server/shared/outbound/guardedFetchClient.ts'
import { createDeliverer } from '#server/webhooks/deliver.ts'
import { createDeliveryStore } from '#server/webhooks/deliveryStore.ts'
import { secretContext } from '#server/webhooks/endpoints.ts'
import { keptMs } from '#server/webhooks/replay.ts'
import { answerBytes, sendMessage, timeoutMs } from '#server/webhooks/sendClient.ts'
import { sweep } from '#server/webhooks/sweepStore.ts'
import { tellEnded } from '#server/webhooks/tellStore.ts'
import type { Outbound } from './outbound.ts'

type Parts = { db: Database; clock: Clock; log: Log }

const pauseMs = 1000
const everyMs = { ended: 10_000, sweep: 600_000 } as const
/** What is under way at the end has so long; what is not through by then is sent again. */
const endWithinMs = 3000

/** Delivers what is due: a loop until the signal, which outlives every error. It has no share in its process's own work, which slow endpoints do not slow. */
export async function keepDelivering(parts: Parts & { outbound: Outbound }, signal: AbortSignal): Promise<void> {
  const { db, clock, log, outbound } = parts
  const { sealer } = outbound
  if (!sealer) log.warn('CAIRN_SEAL_KEY is not set: webhooks wait')
  const fetch = webhookFetch(outbound.localEndpoints)
  const deliverer = sealer ? composeDeliverer({ db, now: clock.now, log, sealer, fetch }) : null
  const chores = byTheClock(parts)
  while (!signal.aborted) {
    let taken = 0
    try {
      await chores()
      taken = (await deliverer?.pass()) ?? 0
    } catch (error) {
      log.warn({ err: error }, 'webhooks cannot be delivered')
    }
    if (taken > 0) continue
    await first((either) => [clock.sleep(pauseMs, either), ...(deliverer ? [deliverer.freed(either)] : [])], signal)
  }
  if (deliverer) await first((either) => [clock.sleep(endWithinMs, either), deliverer.idle()])
}

/** Waits for the first of these, and lets the others go. */
async function first(waits: (either: AbortSignal) => Promise<void>[], signal?: AbortSignal) {
  const done = new AbortController()
  await Promise.race(waits(signal ? AbortSignal.any([signal, done.signal]) : done.signal))
  done.abort()
}

/** Endpoints are strangers' servers: of what they say the status counts, and the first bytes are kept for their log. */
export const webhookFetch = (localOrigins: ReadonlySet<string>): GuardedFetch =>
  createGuardedFetch({ localOrigins, timeoutMs, maxBytes: answerBytes, take: 'start' })

export function composeDeliverer({
  db,
  now,
  log,
  sealer,
  fetch,
}: Pick<Parts, 'db' | 'log'> & { now(): number; sealer: Sealer; fetch: GuardedFetch }) {
  return createDeliverer({
    store: createDeliveryStore(db),
    send: (message) => sendMessage({ fetch, now }, message),
    open: (sealed, endpointId) => sealer.open(sealed, secretContext(endpointId)),
    chance: Math.random,
    now,
    failed: (error, delivery) => log.warn({ err: error, ...delivery }, 'a webhook could not be seen to'),
    settled: (delivery, settling) => {
      if (typeof settling === 'object') log.info({ ...delivery, why: settling.disabled }, 'a webhook endpoint was disabled')
    },
  })
}

/** Ends of quests, which nobody's click tells of, and what is older than we keep. */
function byTheClock({ db, clock }: Parts) {
  let [endedAt, sweptAt] = [0, 0]
  return async () => {
    const now = clock.now()
    if (now >= endedAt) {
      endedAt = now + everyMs.ended
      await tellEnded(db)
    }
    if (now >= sweptAt) {
      sweptAt = now + everyMs.sweep
      await sweep(db, new Date(now - keptMs))
    }
  }
}
