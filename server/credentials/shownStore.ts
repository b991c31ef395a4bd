import { eq, inArray, not, or, type SQL } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { accounts, credentials } from '#drizzle/schema/index.ts'

/** Credentials of an account, and those that stayed with an account which was moved into it. */
export const heldBy = (accountId: string): SQL | undefined => {
  const moved = new QueryBuilder().select({ id: accounts.id }).from(accounts).where(eq(accounts.mergedInto, accountId))
  return or(eq(credentials.accountId, accountId), inArray(credentials.accountId, moved))
}

/**
 * The one rule of what a holder hides: it is there for the holder, and for nobody else. Every query that shows credentials to people asks this.
 * `viewerId`: the account that looks; null for a stranger, and where everyone is shown the same.
 */
export const shownTo = (viewerId: string | null): SQL | undefined =>
  viewerId === null ? not(credentials.hidden) : or(not(credentials.hidden), heldBy(viewerId))
