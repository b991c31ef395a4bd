import { type AnyColumn, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { type Payload, type WebhookType, writeBody } from './payloads.ts'

/** An event to be written. `key`: what it is about; it is told once. */
export type NewEvent = { spaceId: string; type: WebhookType; key: string; body: string }

/** An event of a space, its body as it will be sent. `about`: what makes it one of its kind. */
export const newEvent = <T extends WebhookType>(
  { spaceId, type, about, when }: { spaceId: string; type: T; about: string; when: Date },
  data: Payload<T>,
): NewEvent => ({ spaceId, type, key: `${type}:${about}`, body: writeBody(type, when, data) })

/** Whether the space of that column has an endpoint: nothing is written for the many that have none. */
export const isListening = (spaceId: AnyColumn) =>
  sql<boolean>`exists (select from webhook_endpoints e where e.space_id = ${spaceId} and e.status <> 'removed')`

/**
 * Writes events in the caller's transaction, and a delivery for each active endpoint that wants their type. What was told before is left out. One statement,
 * however many: a final batch tells thousands. `when`: the time that their bodies say.
 */
export async function writeEvents(connection: Connection, events: readonly NewEvent[], when: Date) {
  if (events.length === 0) return
  // In one order everywhere: two transactions that wait for each other's keys would be a deadlock.
  const sorted = events.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const column = (of: (event: NewEvent) => string) => sql.param(sorted.map(of))
  await connection.execute(sql`
    with told as (
      insert into webhook_events (space_id, type, key, body, created_at)
      select e.*, ${when.toISOString()}::timestamptz from unnest(${column(({ spaceId }) => spaceId)}::uuid[], ${column(({ type }) => type)}::text[],
        ${column(({ key }) => key)}::text[], ${column(({ body }) => body)}::text[]) as e(space_id, type, key, body)
      on conflict (space_id, key) do nothing
      returning id, space_id, type)
    insert into webhook_deliveries (endpoint_id, event_id, next_at)
    select e.id, t.id, ${when.toISOString()}::timestamptz
    from told t join webhook_endpoints e on e.space_id = t.space_id and e.status = 'active' and t.type = any(e.types)`)
}

/** A test message for one endpoint, whatever types it wants. Answers the event's uid. */
export async function writeTest(
  connection: Connection,
  { endpointId, when, ...event }: NewEvent & { endpointId: string; when: Date },
): Promise<string> {
  const at = when.toISOString()
  const { rows } = await connection.execute<{ uid: string }>(sql`
    with told as (
      insert into webhook_events (space_id, type, key, body, created_at)
      values (${event.spaceId}, ${event.type}, ${event.key}, ${event.body}, ${at}::timestamptz) returning id, uid),
    sent as (insert into webhook_deliveries (endpoint_id, event_id, next_at) select ${endpointId}::uuid, id, ${at}::timestamptz from told)
    select uid from told`)
  return rows[0]?.uid ?? ''
}
