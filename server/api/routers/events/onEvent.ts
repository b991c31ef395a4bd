import { tracked } from '@trpc/server'
import * as z from 'zod'
import { follow } from '#server/api/eventHub.ts'
import { anyone } from '#server/api/trpc.ts'
import type { Session } from '#server/auth/session.ts'
import { CairnError } from '#server/shared/errors.ts'

const topic = z.string().regex(/^(?:batches|quest:[a-z0-9-]{1,64}|account:[0-9a-f-]{36})$/)
const lastEventId = z
  .string()
  .regex(/^\d{1,15}$/)
  .nullish()

/** What a subscription asks for; a client that comes back adds the last id that it saw. */
export const onEventInput = z.strictObject({ topics: z.array(topic).min(1).max(20), lastEventId })

/** Throws unless every `account:` topic is the session's own: `auth.required`, `auth.forbidden`. */
export function requireOwnTopics(topics: readonly string[], session: Session | null) {
  for (const name of topics) {
    if (!name.startsWith('account:')) continue
    if (!session) throw new CairnError('auth.required', 'Sign in first.', { meta: { field: 'topics' } })
    if (name !== `account:${session.accountId}`)
      throw new CairnError('auth.forbidden', 'This topic is not yours.', { meta: { field: 'topics', found: name } })
  }
}

/** Events of the given topics as they happen, resumable by the last id that arrived. */
export const onEvent = anyone.input(onEventInput).subscription(async function* ({ ctx, input, signal }) {
  requireOwnTopics(input.topics, ctx.session)
  if (!ctx.stream) throw new CairnError('not-found', 'Events are served by the gateway.')
  const ended = AbortSignal.any([ctx.stream.stopped, ...(signal ? [signal] : [])])
  const after = input.lastEventId ? Number(input.lastEventId) : null
  for await (const { id, topic, kind, payload, createdAt } of follow(ctx.stream.source, input.topics, after, ended))
    yield tracked(String(id), { topic, kind, payload, at: createdAt.toISOString() })
})
