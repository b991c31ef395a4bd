import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Connection, Database } from '#drizzle/client.ts'
import { webhookDeliveries, webhookEndpoints } from '#drizzle/schema/index.ts'
import { transact } from '#drizzle/transact.ts'
import { createAuditStore } from '#server/spaces/auditStore.ts'
import type { Decision } from './decide.ts'
import { hostOf } from './endpointViews.ts'
import { countFailure, hasFailedTooLong } from './schedule.ts'
import type { Outcome } from './sendClient.ts'

/** A delivery that was taken: nobody else sends it while its lease lasts. `attempts`: with the one to come. */
export type Taken = {
  id: number
  lease: string
  attempts: number
  endpointId: string
  url: string
  uid: string
  body: string
  /** Sealed, the current one first. */
  secrets: string[]
}

/** `busy`: endpoints that get nothing now. `leaseMs`: after that a delivery is anybody's again. */
export type Taking = { now: Date; leaseMs: number; limit: number; busy: readonly string[] }

export type Settled = { outcome: Outcome; decision: Decision; at: Date }

/** `lost`: the lease ran out, and somebody else has the delivery: what was brought is not written down. */
export type Settling = 'kept' | 'lost' | { disabled: 'gone' | 'failing' }

export type DeliveryStore = {
  /** Takes what is due, so many of each endpoint and one of an endpoint that fails; each is taken once, by however many processes. */
  take(taking: Taking): Promise<Taken[]>
  /** Writes down what an attempt brought, and what that means for its endpoint; one that is disabled is told of in its space's log. */
  settle(delivery: Pick<Taken, 'id' | 'lease' | 'endpointId' | 'url'>, settled: Settled): Promise<Settling>
}

const atOnce = 10

export function createDeliveryStore(db: Database): DeliveryStore {
  return {
    async take({ now, leaseMs, limit, busy }) {
      const at = sql`${now.toISOString()}::timestamptz`
      const until = sql`${new Date(now.getTime() + leaseMs).toISOString()}::timestamptz`
      // By endpoint: one that is slow, paused or has thousands waiting keeps nobody else's from being found.
      const { rows } = await db.execute<TakenRow>(sql`
        with due as (
          select d.id from webhook_endpoints e cross join lateral (
            select w.id from webhook_deliveries w
            where w.endpoint_id = e.id and w.status = 'waiting' and w.next_at <= ${at} and (w.leased_until is null or w.leased_until <= ${at})
            order by w.next_at, w.id limit (case when e.failing_since is null then ${atOnce}::integer else 1 end)
            for update skip locked) d
          where e.status = 'active' and not (e.id = any(${sql.param([...busy])}::uuid[]))
          limit ${limit})
        update webhook_deliveries w set lease = gen_random_uuid(), leased_until = ${until}, attempts = w.attempts + 1
        from due, webhook_deliveries same join webhook_endpoints e on e.id = same.endpoint_id join webhook_events v on v.id = same.event_id
        where w.id = due.id and same.id = due.id
        returning w.id, w.lease, w.attempts, e.id as endpoint_id, e.url, v.uid, v.body, e.sealed_secret as secret,
          case when e.previous_until > ${at} then e.previous_secret end as previous`)
      return rows.map(({ id, endpoint_id, secret, previous, ...row }) => ({
        ...row,
        id: Number(id),
        endpointId: endpoint_id,
        secrets: previous === null ? [secret] : [secret, previous],
      }))
    },
    settle: (delivery, settled) => transact(db, (connection) => settleIn(connection, delivery, settled)),
  }
}

type TakenRow = Omit<Taken, 'id' | 'endpointId' | 'secrets'> & { id: string; endpoint_id: string; secret: string; previous: string | null }

async function settleIn(
  connection: Connection,
  { id, lease, endpointId, url }: Pick<Taken, 'id' | 'lease' | 'endpointId' | 'url'>,
  { outcome, decision, at }: Settled,
): Promise<Settling> {
  const kept = await connection
    .update(webhookDeliveries)
    .set({
      status: decision.status,
      ...(decision.status === 'waiting' ? { nextAt: decision.nextAt } : {}),
      ...(decision.status === 'delivered' ? { deliveredAt: at } : {}),
      ...{ lease: null, leasedUntil: null, lastAt: at },
      ...('code' in outcome
        ? { lastCode: outcome.code, lastError: null, lastAnswer: outcome.answer }
        : { lastCode: null, lastError: outcome.error, lastAnswer: null }),
    })
    .where(and(eq(webhookDeliveries.id, id), eq(webhookDeliveries.lease, lease)))
    .returning({ id: webhookDeliveries.id })
  if (kept.length === 0) return 'lost'
  // What an address said that the endpoint has no more says nothing of the one that it has now.
  const same = and(eq(webhookEndpoints.id, endpointId), eq(webhookEndpoints.url, url), eq(webhookEndpoints.status, 'active'))
  if (decision.status === 'delivered') {
    await connection
      .update(webhookEndpoints)
      .set({ failingSince: null, failedAt: null })
      .where(and(same, isNotNull(webhookEndpoints.failingSince)))
    return 'kept'
  }
  // A key of ours that does not fit is nothing that the endpoint did.
  if ('error' in outcome && outcome.error === 'sealed') return 'kept'
  const [endpoint] = await connection.select().from(webhookEndpoints).where(same).for('no key update')
  if (!endpoint) return 'kept'
  const failures = countFailure(endpoint, at)
  const tooLong = hasFailedTooLong(failures.failingSince, at)
  const disabled = decision.status === 'failed' && decision.gone ? 'gone' : tooLong ? 'failing' : null
  await connection
    .update(webhookEndpoints)
    .set({ ...failures, ...(disabled === null ? {} : { status: 'disabled', disabledFor: disabled }) })
    .where(eq(webhookEndpoints.id, endpointId))
  if (disabled === null) return 'kept'
  await createAuditStore(connection).add({
    ...{ spaceId: endpoint.spaceId, accountId: null, action: 'webhook.disabled', subject: hostOf(endpoint.url) },
    ...{ before: { status: 'active' }, after: { status: 'disabled', why: disabled } },
  })
  return { disabled }
}
