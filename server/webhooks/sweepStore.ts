import { sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'

/** Rows that one statement takes away: it must not hold up those who tell. */
const atOnce = 5000

/**
 * Forgets events from before a time, with their deliveries, and what is left of endpoints that were removed more than an hour ago: no transaction that could
 * still tell them something lasts so long. Safe to repeat. Answers how many rows went; as many as `atOnce` mean that there may be more.
 */
export async function sweep(connection: Connection, before: Date): Promise<number> {
  const events = await connection.execute(sql`
    delete from webhook_events where id in (
      select id from webhook_events where created_at < ${before.toISOString()}::timestamptz order by created_at limit ${atOnce})`)
  const deliveries = await connection.execute(sql`
    delete from webhook_deliveries where id in (
      select d.id from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id
      where e.status = 'removed' and e.removed_at < now() - interval '1 hour' limit ${atOnce})`)
  await connection.execute(sql`
    delete from webhook_endpoints e where e.status = 'removed' and e.removed_at < now() - interval '1 hour'
      and not exists (select from webhook_deliveries d where d.endpoint_id = e.id)`)
  return (events.rowCount ?? 0) + (deliveries.rowCount ?? 0)
}
