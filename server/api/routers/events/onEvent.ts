import { tracked } from '@trpc/server'
import * as z from 'zod'
import { follow } from '#server/api/eventHub.ts'
import { anyone } from '#server/api/trpc.ts'
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
export const onEvent = anyone.input(z.strictObject({ topics: z.array(topic).min(1).max(20), lastEventId })).subscription(async function* ({
  ctx,
  input,
  signal,
}) {
  for (const name of input.topics) {
    if (!name.startsWith('account:')) continue
    if (!ctx.session) throw new CairnError('auth.required', 'Sign in first.', { meta: { field: 'topics' } })
    if (name !== `account:${ctx.session.accountId}`)
      throw new CairnError('auth.forbidden', 'This topic is not yours.', { meta: { field: 'topics', found: name } })
  }
  const stream = ctx.stream
  if (!stream) throw new CairnError('not-found', 'Events are served by the gateway.')
  const ended = AbortSignal.any([stream.stopped, ...(signal ? [signal] : [])])
  const leave = stream.enter(ctx.session ? `account:${ctx.session.accountId}` : `address:${ctx.ip}`)
  try {
    const after = input.lastEventId ? Number(input.lastEventId) : null
    for await (const event of follow(stream.source, input.topics, after, ended))
      yield tracked(String(event.id), { topic: event.topic, kind: event.kind, payload: event.payload, at: event.createdAt.toISOString() })
  } finally {
    leave()
  }
})
