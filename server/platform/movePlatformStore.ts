import { sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { platformCases, platformReports, platformRoles } from '#drizzle/schema/index.ts'

/**
 * Makes what one account does for the platform another's, when it is moved into that one (room `accounts`): the higher role stays, a case that both reported in
 * has one report of theirs, and what was taken to be looked at still is.
 */
export async function movePlatform(connection: Connection, from: string, into: string): Promise<void> {
  await connection.execute(sql`
    delete from ${platformRoles} kept where kept.account_id = ${into} and kept.role = 'moderator'
      and exists (select 1 from ${platformRoles} gone where gone.account_id = ${from})`)
  await connection.execute(sql`
    delete from ${platformRoles} gone where gone.account_id = ${from}
      and exists (select 1 from ${platformRoles} kept where kept.account_id = ${into})`)
  await connection.execute(sql`update ${platformRoles} set account_id = ${into} where account_id = ${from}`)
  await connection.execute(sql`
    delete from ${platformReports} gone where gone.account_id = ${from}
      and exists (select 1 from ${platformReports} kept where kept.account_id = ${into} and kept.case_id = gone.case_id)`)
  await connection.execute(sql`update ${platformReports} set account_id = ${into} where account_id = ${from}`)
  await connection.execute(sql`update ${platformCases} set taken_by = ${into} where taken_by = ${from}`)
}
