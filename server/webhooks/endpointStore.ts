import { and, asc, desc, eq, lt, ne, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { webhookDeliveries, webhookEndpoints, webhookEvents } from '#drizzle/schema/index.ts'
import type { DeliveryRow, DeliveryStatus, EndpointRow } from './endpointViews.ts'
import { type NewEvent, writeTest } from './outboxStore.ts'
import type { WebhookType } from './payloads.ts'

export type NewEndpoint = Pick<EndpointRow, 'id' | 'spaceId' | 'url' | 'description' | 'types' | 'sealedSecret' | 'createdAt'>
export type EndpointChange = Partial<Omit<EndpointRow, 'id' | 'spaceId' | 'createdAt'>>
export type DeliveryPage = { before: number | null; status: DeliveryStatus | null; type: WebhookType | null; limit: number }
/** `all`: also what was delivered. */
export type Replaying = { since: Date; which: 'undelivered' | 'all'; at: Date; limit: number }

export type EndpointStore = {
  /** The space's endpoints, oldest first. */
  list(spaceId: string): Promise<EndpointRow[]>
  /** The same, while nobody else changes which there are. */
  hold(spaceId: string): Promise<EndpointRow[]>
  /** Null when the space has none of that id. */
  find(spaceId: string, id: string): Promise<EndpointRow | null>
  /** The same, held until the transaction ends. */
  lock(spaceId: string, id: string): Promise<EndpointRow | null>
  add(row: NewEndpoint): Promise<void>
  change(id: string, change: EndpointChange): Promise<void>
  /** A page of its deliveries, newest first; those below the id `before`. */
  deliveries(endpointId: string, page: DeliveryPage): Promise<DeliveryRow[]>
  /** Writes a message for one endpoint, whatever types it wants; answers its uid. */
  addTest(event: NewEvent, endpointId: string, when: Date): Promise<string>
  /** Sends a message again, from the first attempt on. False when the endpoint was never told it. */
  replay(endpointId: string, uid: string, at: Date): Promise<boolean>
  /** Sends again what the space was told since a time, of the types that the endpoint wants; also what the endpoint missed. At most about `limit`, oldest first. */
  replaySince(endpoint: EndpointRow, replaying: Replaying): Promise<{ queued: number; until: Date | null }>
}

export function createEndpointStore(connection: Connection): EndpointStore {
  const there = (spaceId: string) => and(eq(webhookEndpoints.spaceId, spaceId), ne(webhookEndpoints.status, 'removed'))
  const list = (spaceId: string) =>
    connection.select().from(webhookEndpoints).where(there(spaceId)).orderBy(asc(webhookEndpoints.createdAt), asc(webhookEndpoints.id))
  return {
    list,
    async hold(spaceId) {
      await connection.execute(sql`select pg_advisory_xact_lock(hashtextextended('cairn.webhooks:' || ${spaceId}::text, 0))`)
      return list(spaceId)
    },
    async find(spaceId, id) {
      const [row] = await connection
        .select()
        .from(webhookEndpoints)
        .where(and(there(spaceId), eq(webhookEndpoints.id, id)))
      return row ?? null
    },
    async lock(spaceId, id) {
      const [row] = await connection
        .select()
        .from(webhookEndpoints)
        .where(and(there(spaceId), eq(webhookEndpoints.id, id)))
        // Those who tell it something go on meanwhile.
        .for('no key update')
      return row ?? null
    },
    async add(row) {
      await connection.insert(webhookEndpoints).values(row)
    },
    async change(id, change) {
      await connection.update(webhookEndpoints).set(change).where(eq(webhookEndpoints.id, id))
    },
    deliveries: (endpointId, { before, status, type, limit }) =>
      connection
        .select({
          ...{ id: webhookDeliveries.id, uid: webhookEvents.uid, type: webhookEvents.type, body: webhookEvents.body },
          ...{ createdAt: webhookEvents.createdAt, status: webhookDeliveries.status, attempts: webhookDeliveries.attempts },
          ...{ nextAt: webhookDeliveries.nextAt, lastAt: webhookDeliveries.lastAt, lastCode: webhookDeliveries.lastCode },
          ...{
            lastError: webhookDeliveries.lastError,
            lastAnswer: webhookDeliveries.lastAnswer,
            deliveredAt: webhookDeliveries.deliveredAt,
          },
        })
        .from(webhookDeliveries)
        .innerJoin(webhookEvents, eq(webhookEvents.id, webhookDeliveries.eventId))
        .where(
          and(
            eq(webhookDeliveries.endpointId, endpointId),
            before === null ? undefined : lt(webhookDeliveries.id, before),
            status === null ? undefined : eq(webhookDeliveries.status, status),
            type === null ? undefined : eq(webhookEvents.type, type),
          ),
        )
        .orderBy(desc(webhookDeliveries.id))
        .limit(limit),
    addTest: (event, endpointId, when) => writeTest(connection, { ...event, endpointId, when }),
    async replay(endpointId, uid, at) {
      const told = connection.select({ id: webhookEvents.id }).from(webhookEvents).where(eq(webhookEvents.uid, uid))
      const rows = await connection
        .update(webhookDeliveries)
        .set({ status: 'waiting', attempts: 0, nextAt: at, lease: null, leasedUntil: null })
        .where(and(eq(webhookDeliveries.endpointId, endpointId), sql`${webhookDeliveries.eventId} = (${told})`))
        .returning({ id: webhookDeliveries.id })
      return rows.length > 0
    },
    async replaySince({ id, spaceId, types }, { since, which, at, limit }) {
      const [from, now] = [since.toISOString(), at.toISOString()]
      const missing = sql`and not exists (select from webhook_deliveries d where d.endpoint_id = ${id} and d.event_id = v.id and d.status = 'delivered')`
      // Whole instants: whoever asks again from the last one on misses nothing of it.
      const { rows } = await connection.execute<{ queued: string; until: string | null }>(sql`
        with chosen as materialized (
          select v.id, v.created_at from webhook_events v
          where v.space_id = ${spaceId} and v.created_at >= ${from}::timestamptz and v.type = any(${sql.param(types)}::text[])
            ${which === 'all' ? sql`` : missing}
          order by v.created_at fetch first (${limit}::bigint) rows with ties),
        queued as (
          insert into webhook_deliveries (endpoint_id, event_id, next_at)
          select ${id}::uuid, c.id, ${now}::timestamptz from chosen c order by c.id
          on conflict (endpoint_id, event_id)
            do update set status = 'waiting', attempts = 0, next_at = excluded.next_at, lease = null, leased_until = null
          returning id)
        select (select count(*) from queued) as queued, (select to_char(max(created_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from chosen) as until`)
      const queued = Number(rows[0]?.queued ?? 0)
      const until = rows[0]?.until ?? null
      return { queued, until: queued < limit || until === null ? null : new Date(until) }
    },
  }
}
