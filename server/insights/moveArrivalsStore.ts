import { sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { questArrivals } from '#drizzle/schema/index.ts'

/** Makes one account's arrivals another's, when it is moved into that one; of two at one quest the earlier stays. */
export async function moveArrivals(connection: Connection, from: string, into: string): Promise<void> {
  await connection.execute(sql`
    insert into ${questArrivals} (quest_id, account_id, referrer, ref, at)
    select quest_id, ${into}::uuid, referrer, ref, at from ${questArrivals} where account_id = ${from}
    on conflict (quest_id, account_id) do update set referrer = excluded.referrer, ref = excluded.ref, at = excluded.at
      where excluded.at < ${questArrivals}.at`)
  await connection.execute(sql`delete from ${questArrivals} where account_id = ${from}`)
}
