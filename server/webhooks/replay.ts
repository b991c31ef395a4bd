import { CairnError } from '#server/shared/errors.ts'
import type { EndpointStore } from './endpointStore.ts'
import { noSuchEndpoint, type OfEndpoint, requireEndpoint, type WebhookDeps } from './endpoints.ts'
import { type DeliveryStatus, type DeliveryView, deliveryView, type EndpointRow, hostOf } from './endpointViews.ts'
import { messageId, uidOfMessage, type WebhookType, writeBody } from './payloads.ts'

/** Messages that one call queues, about. */
const atOnce = 5000
/** Events are kept so long, and what is older cannot be sent again. Milliseconds. */
export const keptMs = 30 * 24 * 3_600_000

export type DeliveriesInput = {
  spaceId: string
  id: string
  before: number | null
  status: DeliveryStatus | null
  type: WebhookType | null
  limit: number
}

/** A page of an endpoint's deliveries, newest first, and the id that the next one begins below. Throws `not-found`. */
export async function listDeliveries(
  { readEndpoints }: Pick<WebhookDeps, 'readEndpoints'>,
  { spaceId, id, before, limit, ...filter }: DeliveriesInput,
): Promise<{ items: DeliveryView[]; next: number | null }> {
  if (!(await readEndpoints.find(spaceId, id))) throw noSuchEndpoint(id)
  const rows = await readEndpoints.deliveries(id, { before, ...filter, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  return { items: shown.map(deliveryView), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
}

/** Sends a test message to one endpoint. Answers its id, by which the log has it. Throws `not-found`, `conflict` (it is not active). */
export function testEndpoint(
  deps: WebhookDeps,
  input: OfEndpoint & { space: { slug: string; name: string } },
): Promise<{ message: string }> {
  const { spaceId, space, id } = input
  return deps.transact(async ({ endpoints }) => {
    await requireActive(endpoints, input)
    const when = new Date(deps.now())
    const type = 'webhook.test' as const
    const body = writeBody(type, when, { space, endpoint: id })
    return { message: messageId(await endpoints.addTest({ spaceId, type, key: `${type}:${deps.newId()}`, body }, id, when)) }
  })
}

/** Sends one message again, with its id, from the first attempt on. Throws `not-found`, `conflict` (the endpoint is not active). */
export function replayOne(deps: WebhookDeps, input: OfEndpoint & { message: string }): Promise<{ message: string }> {
  const { id, message } = input
  return deps.transact(async ({ endpoints }) => {
    await requireActive(endpoints, input)
    if (!(await endpoints.replay(id, uidOfMessage(message), new Date(deps.now()))))
      throw new CairnError('not-found', 'This endpoint was never sent that message.', { meta: { field: 'message', found: message } })
    return { message }
  })
}

/**
 * Sends again what happened since a time: what never arrived, or all of it; also what happened while the endpoint was away. `until`: how far this call came,
 * the next one's `since`; null when there is no more. Throws `not-found`, `conflict` (the endpoint is not active), `input.invalid` (longer ago than we keep).
 */
export function replaySince(
  deps: WebhookDeps,
  input: OfEndpoint & { since: Date; which: 'undelivered' | 'all' },
): Promise<{ queued: number; until: string | null }> {
  const { spaceId, accountId, since, which } = input
  const at = new Date(deps.now())
  const oldest = new Date(at.getTime() - keptMs)
  if (since < oldest || since > at)
    throw new CairnError('input.invalid', 'Nothing can be sent again from then.', {
      meta: { field: 'since', found: since.toISOString(), expected: `${oldest.toISOString()} to ${at.toISOString()}` },
    })
  return deps.transact(async ({ endpoints, audit }) => {
    const endpoint = await requireActive(endpoints, input)
    const { queued, until } = await endpoints.replaySince(endpoint, { since, which, at, limit: atOnce })
    const after = { since: since.toISOString(), which, queued }
    await audit.add({ spaceId, accountId, action: 'webhook.replayed', subject: hostOf(endpoint.url), after })
    // The next instant: events are told at whole milliseconds, and all of the last one are queued.
    return { queued, until: until === null ? null : new Date(until.getTime() + 1).toISOString() }
  })
}

async function requireActive(endpoints: EndpointStore, input: OfEndpoint): Promise<EndpointRow> {
  const row = await requireEndpoint(endpoints, input)
  if (row.status !== 'active')
    throw new CairnError('conflict', 'This endpoint is not active.', { meta: { field: 'id', found: row.status, expected: 'active' } })
  return row
}
