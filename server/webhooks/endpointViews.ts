import type { webhookEndpoints } from '#drizzle/schema/webhooks.ts'
import { messageId, type WebhookType } from './payloads.ts'

export type EndpointRow = typeof webhookEndpoints.$inferSelect

/** An endpoint as its space sees it. Times are ISO 8601. `previousSecretUntil`: so long messages carry a signature by the secret before, too. */
export type EndpointView = {
  id: string
  url: string
  description: string
  types: WebhookType[]
  status: 'active' | 'paused' | 'disabled'
  disabledFor: 'gone' | 'failing' | null
  failingSince: string | null
  previousSecretUntil: string | null
  createdAt: string
}

export function endpointView(row: EndpointRow, now: number): EndpointView {
  const { id, url, description, types, status, disabledFor, failingSince, previousUntil, createdAt } = row
  const previous = previousUntil !== null && previousUntil.getTime() > now ? previousUntil.toISOString() : null
  return {
    ...{ id, url, description, types, disabledFor },
    // A removed one is not shown.
    status: status === 'removed' ? 'disabled' : status,
    failingSince: failingSince?.toISOString() ?? null,
    previousSecretUntil: previous,
    createdAt: createdAt.toISOString(),
  }
}

/** What the log says of an endpoint: no query, which may hold a secret. */
export function loggedEndpoint({ url, types, description, status }: Pick<EndpointRow, 'url' | 'types' | 'description' | 'status'>) {
  const { origin, pathname } = new URL(url)
  return { url: `${origin}${pathname}`, types, description, status }
}

export const hostOf = (url: string) => new URL(url).host

export const deliveryStatuses = ['waiting', 'delivered', 'failed'] as const
export type DeliveryStatus = (typeof deliveryStatuses)[number]

export type DeliveryRow = {
  id: number
  uid: string
  type: WebhookType
  body: string
  createdAt: Date
  status: DeliveryStatus
  attempts: number
  nextAt: Date
  lastAt: Date | null
  lastCode: number | null
  lastError: string | null
  lastAnswer: string | null
  deliveredAt: Date | null
}

/**
 * A delivery as the log shows it. `at`: when it happened. `nextAt`: the next try, null when there is none. `code` and `answer` (first bytes) or `error` are
 * of the last attempt; all are null before the first one.
 */
export type DeliveryView = {
  message: string
  type: WebhookType
  body: string
  at: string
  status: DeliveryStatus
  attempts: number
  nextAt: string | null
  attemptedAt: string | null
  code: number | null
  error: string | null
  answer: string | null
  deliveredAt: string | null
}

export const deliveryView = (row: DeliveryRow): DeliveryView => ({
  ...{ type: row.type, body: row.body, status: row.status, attempts: row.attempts },
  message: messageId(row.uid),
  at: row.createdAt.toISOString(),
  nextAt: row.status === 'waiting' ? row.nextAt.toISOString() : null,
  attemptedAt: row.lastAt?.toISOString() ?? null,
  code: row.lastCode,
  error: row.lastError,
  answer: row.lastAnswer,
  deliveredAt: row.deliveredAt?.toISOString() ?? null,
})
