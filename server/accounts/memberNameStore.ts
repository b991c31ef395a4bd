import { sql } from 'drizzle-orm'
import { accounts, wallets } from '#drizzle/schema/index.ts'

/**
 * What a member goes by where others read it: the handle, else the primary wallet's id. Both lead to the member's page. For a query that has `accounts` joined;
 * null where nobody is.
 */
export const memberName = sql<string | null>`coalesce(${accounts.handle}, (
  select ${wallets.address} from ${wallets} where ${wallets.accountId} = ${accounts.id} and ${wallets.primary}))`
