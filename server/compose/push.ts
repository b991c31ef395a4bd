import { randomBytes } from 'node:crypto'
import type { Database } from '#drizzle/client.ts'
import { sendPush } from '#server/news/push/pushClient.ts'
import { pushNotices } from '#server/news/push/pushNotices.ts'
import { createPushStore } from '#server/news/push/pushStore.ts'
import { pushSender } from '#server/news/push/vapid.ts'
import { tellEndings } from '#server/news/tellStore.ts'
import { fromHex } from '#server/shared/bytes.ts'
import type { Clock } from '#server/shared/clock.ts'
import type { Env } from '#server/shared/env.ts'
import type { Log } from '#server/shared/log.ts'
import { composeOutbound } from './outbound.ts'
import { siteOrigin } from './settings.ts'

type Parts = { env: Env; db: Database; clock: Clock; log: Log }

const pauseMs = 2000
const endingsEveryMs = 60_000

/** Notices by the clock, and web push where this process has its key: a loop until the signal, which outlives every error. */
export async function keepTelling({ env, db, clock, log }: Parts, signal: AbortSignal): Promise<void> {
  const push = composePush({ env, db, clock, log })
  let endingsAt = 0
  while (!signal.aborted) {
    try {
      if (clock.now() >= endingsAt) {
        await tellEndings(db)
        endingsAt = clock.now() + endingsEveryMs
      }
      while (!signal.aborted && (await push()) > 0);
    } catch (error) {
      log.warn({ err: error }, 'members cannot be told')
    }
    await clock.sleep(pauseMs, signal)
  }
}

function composePush({ env, db, clock, log }: Parts): () => Promise<number> {
  const store = createPushStore(db)
  const key = env.CAIRN_VAPID_KEY === undefined ? null : fromHex(env.CAIRN_VAPID_KEY)
  // Nobody is pushed to: what waits is taken all the same, so that it never becomes a flood on the day when a key is there.
  if (!key) return async () => (await store.take(1000)).length
  const origin = new URL(siteOrigin(env))
  const sender = pushSender(
    key,
    env.CAIRN_VAPID_SUBJECT ?? (origin.protocol === 'https:' ? origin.origin : `mailto:operator@${origin.hostname}`),
  )
  const { fetch } = composeOutbound(env)
  const chance = () => ({ privateKey: new Uint8Array([0, ...randomBytes(31)]), salt: randomBytes(16) })
  const deps = { fetch, sender, chance, now: clock.now }
  return async () => {
    const taken = await pushNotices({ store, now: clock.now, send: (browser, message) => sendPush(deps, browser, message) })
    if (taken > 0) log.debug({ taken }, 'notices pushed')
    return taken
  }
}
