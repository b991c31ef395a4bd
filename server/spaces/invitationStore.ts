import { and, asc, eq, gt, lte } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { accounts, spaceInvitations, spaces, wallets } from '#drizzle/schema/index.ts'
import { memberName } from '#server/accounts/memberNameStore.ts'

export type InvitationRow = typeof spaceInvitations.$inferSelect
export type InvitedRole = InvitationRow['role']

/** An open invitation as the team reads it. `by`: what the one who wrote it goes by. */
export type TeamInvitation = Pick<InvitationRow, 'id' | 'wallet' | 'role' | 'createdAt' | 'expiresAt'> & { by: string | null }
/** One as it is read by whoever holds its wallet. */
export type MyInvitation = TeamInvitation & { space: { slug: string; name: string } }

export type InvitationStore = {
  /** Open ones that have not run out at this instant, oldest first. */
  open(spaceId: string, at: Date): Promise<TeamInvitation[]>
  /** Null while the wallet has an open one in the space. */
  add(row: Omit<typeof spaceInvitations.$inferInsert, 'id' | 'status' | 'closedAt'>): Promise<InvitationRow | null>
  /** Closes those of the space that have run out, so that their wallets can be invited anew. */
  dropRunOut(spaceId: string, at: Date): Promise<void>
  /** Holding the row until the transaction ends. */
  lock(id: string): Promise<InvitationRow | null>
  close(id: string, status: Exclude<InvitationRow['status'], 'open'>, at: Date): Promise<void>
  /** Open ones for any wallet of an account. */
  forAccount(accountId: string, at: Date): Promise<MyInvitation[]>
  holds(accountId: string, wallet: string): Promise<boolean>
}

export function createInvitationStore(connection: Connection): InvitationStore {
  const open = (at: Date) => and(eq(spaceInvitations.status, 'open'), gt(spaceInvitations.expiresAt, at))
  const shown = {
    id: spaceInvitations.id,
    wallet: spaceInvitations.wallet,
    role: spaceInvitations.role,
    createdAt: spaceInvitations.createdAt,
    expiresAt: spaceInvitations.expiresAt,
    by: memberName,
  }
  return {
    open: (spaceId, at) =>
      connection
        .select(shown)
        .from(spaceInvitations)
        .innerJoin(accounts, eq(accounts.id, spaceInvitations.invitedBy))
        .where(and(eq(spaceInvitations.spaceId, spaceId), open(at)))
        .orderBy(asc(spaceInvitations.createdAt), asc(spaceInvitations.id)),
    async add(row) {
      const [added] = await connection.insert(spaceInvitations).values(row).onConflictDoNothing().returning()
      return added ?? null
    },
    async dropRunOut(spaceId, at) {
      await connection
        .delete(spaceInvitations)
        .where(and(eq(spaceInvitations.spaceId, spaceId), eq(spaceInvitations.status, 'open'), lte(spaceInvitations.expiresAt, at)))
    },
    async lock(id) {
      const [row] = await connection.select().from(spaceInvitations).where(eq(spaceInvitations.id, id)).for('update')
      return row ?? null
    },
    async close(id, status, at) {
      await connection.update(spaceInvitations).set({ status, closedAt: at }).where(eq(spaceInvitations.id, id))
    },
    forAccount: (accountId, at) =>
      connection
        .select({ ...shown, space: { slug: spaces.slug, name: spaces.name } })
        .from(wallets)
        .innerJoin(spaceInvitations, eq(spaceInvitations.wallet, wallets.address))
        .innerJoin(spaces, eq(spaces.id, spaceInvitations.spaceId))
        .innerJoin(accounts, eq(accounts.id, spaceInvitations.invitedBy))
        .where(and(eq(wallets.accountId, accountId), open(at)))
        .orderBy(asc(spaceInvitations.createdAt), asc(spaceInvitations.id)),
    async holds(accountId, wallet) {
      const rows = await connection
        .select({ address: wallets.address })
        .from(wallets)
        .where(and(eq(wallets.address, wallet), eq(wallets.accountId, accountId)))
      return rows.length > 0
    },
  }
}
