import { sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { apiKeys, spaceMembers } from '#drizzle/schema/index.ts'
import { roles } from './role.ts'

/** Moves an account's places in spaces, and its keys there, to another account; where both have a place, the higher role stays. */
export async function moveMemberships(connection: Connection, from: string, into: string): Promise<void> {
  const rank = (role: ReturnType<typeof sql>) => sql`array_position(string_to_array(${roles.join(',')}, ','), ${role})`
  await connection.execute(sql`
    update ${spaceMembers} kept set role = gone.role from ${spaceMembers} gone
    where kept.account_id = ${into} and gone.account_id = ${from} and gone.space_id = kept.space_id
      and ${rank(sql`gone.role`)} < ${rank(sql`kept.role`)}`)
  await connection.execute(sql`
    delete from ${spaceMembers} gone where gone.account_id = ${from}
      and exists (select 1 from ${spaceMembers} kept where kept.account_id = ${into} and kept.space_id = gone.space_id)`)
  await connection.execute(sql`update ${spaceMembers} set account_id = ${into} where account_id = ${from}`)
  // A key is bounded by its maker's role, which is the other account's now.
  await connection.execute(sql`update ${apiKeys} set account_id = ${into} where account_id = ${from}`)
}
