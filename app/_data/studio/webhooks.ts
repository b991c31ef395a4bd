import { cache } from 'react'
import { caller } from '../caller.ts'
import { orNull } from '../orNull.ts'
import type { WebhookDelivery, WebhookEndpoint, WebhookType } from '../views.ts'

/** A space's endpoints, and the types of events that there are. */
export const webhookEndpoints = cache(async (space: string) => (await caller()).studio.webhooks.list({ space }))

export async function webhookEndpoint(space: string, id: string): Promise<WebhookEndpoint | null> {
  const { items } = await webhookEndpoints(space)
  return items.find((endpoint) => endpoint.id === id) ?? null
}

export type DeliveryFilter = { status?: WebhookDelivery['status']; type?: WebhookType | 'webhook.test' }

/** A page of what was sent to an endpoint. A cursor that is none of this list begins at the newest. */
export async function webhookDeliveries(space: string, id: string, filter: DeliveryFilter, cursor: string | null) {
  const { deliveries } = (await caller()).studio.webhooks
  return (await orNull(deliveries({ space, id, ...filter, cursor }))) ?? deliveries({ space, id, ...filter })
}
