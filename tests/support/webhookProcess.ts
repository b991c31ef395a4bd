import pino from 'pino'
import { openDatabase } from '#drizzle/client.ts'
import { composeOutbound } from '#server/compose/outbound.ts'
import { keepDelivering } from '#server/compose/webhooks.ts'
import { systemClock } from '#server/shared/clock.ts'
import { readEnv, requireKey } from '#server/shared/env.ts'

/** A process that delivers as the follower does and does nothing else: for tests that kill it. */
const env = readEnv()
const log = pino({ level: 'silent' })
const { db } = openDatabase(requireKey(env, 'DATABASE_URL'))
await keepDelivering({ db, clock: systemClock, log, outbound: composeOutbound(env) }, new AbortController().signal)
