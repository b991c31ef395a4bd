import { sql } from 'drizzle-orm'
import { accounts, wallets } from '#drizzle/schema/index.ts'

/** What somebody of a team goes by: their handle, else their first wallet's id. Null between the steps of a merge. */
export const personName = sql<string | null>`coalesce(${accounts.handle}, (
  select w.address from ${wallets} w where w.account_id = ${accounts.id} order by w."primary" desc, w.address limit 1))`
