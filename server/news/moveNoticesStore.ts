import { sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { notices, pushSubscriptions } from '#drizzle/schema/index.ts'

/**
 * Makes one account's inbox and browsers another's, when it is moved into that one (room `accounts`). What both were told is there once. What a member does
 * not want to be told of is up to the account that stays.
 */
export async function moveNotices(connection: Connection, from: string, into: string): Promise<void> {
  await connection.execute(sql`
    delete from ${notices} n where n.account_id = ${from} and exists (
      select 1 from ${notices} o where o.account_id = ${into} and o.key = n.key)`)
  await connection.execute(sql`update ${notices} set account_id = ${into} where account_id = ${from}`)
  await connection.execute(sql`update ${pushSubscriptions} set account_id = ${into} where account_id = ${from}`)
}
