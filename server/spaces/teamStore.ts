import { and, asc, eq } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { accounts, spaceMembers, spaces, wallets } from '#drizzle/schema/index.ts'
import type { SpaceRole } from './role.ts'
import type { Place } from './team.ts'

/** `handle` null: the member has none; `wallet`, the primary one, is null only between the steps of a merge of accounts. */
export type TeamMember = Place & { handle: string | null; wallet: string | null; since: Date }

export type TeamStore = {
  /** Holds the space until the transaction ends: changes of one team go one by one. Answers who answers for it. */
  hold(spaceId: string): Promise<{ ownerId: string; slug: string; name: string } | null>
  /** Those who have been there longest first. */
  list(spaceId: string): Promise<TeamMember[]>
  setRole(spaceId: string, accountId: string, role: SpaceRole): Promise<void>
  /** False where the account has a place already. */
  add(spaceId: string, place: Place): Promise<boolean>
  remove(spaceId: string, accountId: string): Promise<void>
  setOwner(spaceId: string, accountId: string): Promise<void>
}

export function createTeamStore(connection: Connection): TeamStore {
  const at = (spaceId: string, accountId: string) => and(eq(spaceMembers.spaceId, spaceId), eq(spaceMembers.accountId, accountId))
  return {
    async hold(spaceId) {
      const [row] = await connection
        .select({ ownerId: spaces.ownerId, slug: spaces.slug, name: spaces.name })
        .from(spaces)
        .where(eq(spaces.id, spaceId))
        .for('no key update')
      return row ?? null
    },
    list: (spaceId) =>
      connection
        .select({
          accountId: spaceMembers.accountId,
          role: spaceMembers.role,
          handle: accounts.handle,
          wallet: wallets.address,
          since: spaceMembers.createdAt,
        })
        .from(spaceMembers)
        .innerJoin(accounts, eq(accounts.id, spaceMembers.accountId))
        .leftJoin(wallets, and(eq(wallets.accountId, spaceMembers.accountId), eq(wallets.primary, true)))
        .where(eq(spaceMembers.spaceId, spaceId))
        .orderBy(asc(spaceMembers.createdAt), asc(spaceMembers.accountId)),
    async setRole(spaceId, accountId, role) {
      await connection.update(spaceMembers).set({ role }).where(at(spaceId, accountId))
    },
    async add(spaceId, place) {
      const added = await connection
        .insert(spaceMembers)
        .values({ spaceId, ...place })
        .onConflictDoNothing()
        .returning({ role: spaceMembers.role })
      return added.length > 0
    },
    async remove(spaceId, accountId) {
      await connection.delete(spaceMembers).where(at(spaceId, accountId))
    },
    async setOwner(spaceId, accountId) {
      await connection.update(spaces).set({ ownerId: accountId }).where(eq(spaces.id, spaceId))
    },
  }
}
