import { tracked } from '@trpc/server'
import * as z from 'zod'
import type { EventRow } from '#drizzle/readEvents.ts'
import { follow } from '#server/api/eventHub.ts'
import { anyone } from '#server/api/trpc.ts'
import type { Session } from '#server/auth/session.ts'
import { CairnError } from '#server/shared/errors.ts'

const topic = z.string().regex(/^(?:batches|quest:[a-z0-9-]{1,64}|account:[0-9a-f-]{36})$/)
const lastEventId = z
  .string()
  .regex(/^\d{1,15}$/)
  .nullish()

/**
 * Events of the given topics as they happen, resumable by the last id that arrived. `account:<id>` only for the session's own account.
 * Throws `auth.required`, `auth.forbidden`, `rate.limited` (too many open subscriptions).
 */
export const onEvent = anyone
  .input(z.strictObject({ topics: z.array(topic).min(1).max(20), lastEventId }))
  .subscription(({ ctx, input, signal }) => {
    // Refused here, before the stream begins, so that the answer still has a status.
    for (const name of input.topics) refuseForeign(name, ctx.session)
    const stream = ctx.stream
    if (!stream) throw new CairnError('not-found', 'Events are served by the gateway.')
    const ended = AbortSignal.any([stream.stopped, ...(signal ? [signal] : [])])
    const leave = stream.enter(ctx.session ? `account:${ctx.session.accountId}` : `address:${ctx.ip}`)
    ended.addEventListener('abort', leave, { once: true })
    const after = input.lastEventId ? Number(input.lastEventId) : null
    return send(follow(stream.source, input.topics, after, ended), leave)
  })

async function* send(rows: AsyncIterable<EventRow>, leave: () => void) {
  try {
    for await (const event of rows)
      yield tracked(String(event.id), { topic: event.topic, kind: event.kind, payload: event.payload, at: event.createdAt.toISOString() })
  } finally {
    leave()
  }
}

function refuseForeign(name: string, session: Session | null) {
  if (!name.startsWith('account:')) return
  if (!session) throw new CairnError('auth.required', 'Sign in first.', { meta: { field: 'topics' } })
  if (name !== `account:${session.accountId}`)
    throw new CairnError('auth.forbidden', 'This topic is not yours.', { meta: { field: 'topics', found: name } })
}
