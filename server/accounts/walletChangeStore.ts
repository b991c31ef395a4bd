import { and, asc, count, desc, eq, gt, inArray, lte, or } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { walletChanges, walletVotes } from '#drizzle/schema/index.ts'

export type ChangeRow = typeof walletChanges.$inferSelect
export type VoteRow = typeof walletVotes.$inferSelect
export type ChangeEnd = Exclude<ChangeRow['status'], 'open'>

export type WalletChangeStore = {
  /** Null when the same change is open already. */
  add(row: Omit<ChangeRow, 'id' | 'closedAt'> & { closedAt?: Date }): Promise<ChangeRow | null>
  find(id: string): Promise<ChangeRow | null>
  /** Every change that was ever announced in the account, oldest first. */
  ofAccount(accountId: string): Promise<ChangeRow[]>
  /** Open ones, and those that ended after `since`, newest first. */
  recent(accountId: string, since: Date): Promise<ChangeRow[]>
  countOpen(accountId: string): Promise<number>
  /** Open changes whose time has come. */
  due(at: Date, limit: number): Promise<Pick<ChangeRow, 'id' | 'accountId'>[]>
  close(id: string, status: ChangeEnd, at: Date): Promise<void>
  votes(changeIds: readonly string[]): Promise<VoteRow[]>
  /** A wallet that votes again changes its mind. */
  vote(row: VoteRow): Promise<void>
}

export function createWalletChangeStore(connection: Connection): WalletChangeStore {
  return {
    async add(row) {
      const [added] = await connection.insert(walletChanges).values(row).onConflictDoNothing().returning()
      return added ?? null
    },
    async find(id) {
      const [row] = await connection.select().from(walletChanges).where(eq(walletChanges.id, id))
      return row ?? null
    },
    ofAccount: (accountId) =>
      connection.select().from(walletChanges).where(eq(walletChanges.accountId, accountId)).orderBy(asc(walletChanges.createdAt)),
    recent: (accountId, since) =>
      connection
        .select()
        .from(walletChanges)
        .where(and(eq(walletChanges.accountId, accountId), or(eq(walletChanges.status, 'open'), gt(walletChanges.closedAt, since))))
        .orderBy(desc(walletChanges.createdAt))
        .limit(50),
    async countOpen(accountId) {
      const open = and(eq(walletChanges.accountId, accountId), eq(walletChanges.status, 'open'))
      return (await connection.select({ n: count() }).from(walletChanges).where(open))[0]?.n ?? 0
    },
    due: (at, limit) =>
      connection
        .select({ id: walletChanges.id, accountId: walletChanges.accountId })
        .from(walletChanges)
        .where(and(eq(walletChanges.status, 'open'), lte(walletChanges.effectiveAt, at)))
        .orderBy(asc(walletChanges.effectiveAt))
        .limit(limit),
    async close(id, status, at) {
      await connection.update(walletChanges).set({ status, closedAt: at }).where(eq(walletChanges.id, id))
    },
    votes: (changeIds) =>
      changeIds.length === 0
        ? Promise.resolve([])
        : connection
            .select()
            .from(walletVotes)
            .where(inArray(walletVotes.changeId, [...changeIds]))
            .orderBy(asc(walletVotes.createdAt)),
    async vote({ changeId, wallet, ...said }) {
      await connection
        .insert(walletVotes)
        .values({ changeId, wallet, ...said })
        .onConflictDoUpdate({ target: [walletVotes.changeId, walletVotes.wallet], set: said })
    },
  }
}
