import { tracked } from '@trpc/server'
import * as z from 'zod'
import { placePattern } from '#server/api/eventHub.ts'
import { anyone } from '#server/api/trpc.ts'
import { sessionEnded } from '#server/auth/endSessions.ts'
import type { Session } from '#server/auth/session.ts'
import { CairnError } from '#server/shared/errors.ts'

const topic = z.string().regex(/^(?:batches|quest:[a-z0-9-]{1,64}|account:[0-9a-f-]{36})$/)
const lastEventId = z.string().regex(placePattern).nullish()

/** What a subscription asks for; a client that comes back adds the last id that it saw. */
export const onEventInput = z.strictObject({ topics: z.array(topic).min(1).max(20), lastEventId })

const ofAccount = (topic: string) => topic.startsWith('account:')

/** Throws `auth.forbidden` when a session asks for the topic of another account. */
export function requireOwnTopics(topics: readonly string[], session: Session | null) {
  const other = session && topics.find((name) => ofAccount(name) && name !== `account:${session.accountId}`)
  if (other) throw new CairnError('auth.forbidden', 'This topic is not yours.', { meta: { field: 'topics', found: other } })
}

/**
 * Events of the given topics as they happen, resumable by the last id that arrived. A stream ends with its session; one that asks for an account's topic
 * after that (an open page that comes back) is told so once more, which says nothing of the account, and ends.
 */
export const onEvent = anyone.input(onEventInput).subscription(async function* ({ ctx, input, signal }) {
  requireOwnTopics(input.topics, ctx.session)
  if (!ctx.stream) throw new CairnError('not-found', 'Events are served by the gateway.')
  const gone = ctx.session ? [] : input.topics.filter(ofAccount)
  if (gone.length > 0) {
    const place = input.lastEventId ?? (await ctx.stream.hub.here())
    const at = new Date(ctx.members.now()).toISOString()
    for (const topic of gone) yield tracked(place, { topic, kind: sessionEnded, payload: {} as unknown, at })
    return
  }
  const ended = AbortSignal.any([ctx.stream.stopped, ...(signal ? [signal] : [])])
  for await (const { place, topic, kind, payload, createdAt } of ctx.stream.hub.follow(input.topics, input.lastEventId ?? null, ended)) {
    yield tracked(place, { topic, kind, payload, at: createdAt.toISOString() })
    if (kind === sessionEnded && ctx.session && !(await ctx.members.sessionLives(ctx.session.id))) return
  }
})
