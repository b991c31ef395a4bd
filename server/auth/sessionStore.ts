import { and, desc, eq, getTableColumns, gt, lt, ne } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { sessions, wallets } from '#drizzle/schema/index.ts'
import type { SessionChoice } from './endSessions.ts'

export type SessionRow = {
  id: string
  accountId: string
  wallet: string
  userAgent: string
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
}

export type SessionStore = {
  create(row: Omit<SessionRow, 'createdAt' | 'lastSeenAt'>): Promise<void>
  /** The row while it counts; null when ended or expired, or when the wallet that signed no longer belongs to the account. */
  find(id: string, now: Date): Promise<SessionRow | null>
  /** Remembers that the session was used, at most once a minute. */
  touch(id: string, now: Date): Promise<void>
  list(accountId: string, now: Date): Promise<SessionRow[]>
  /** How many sessions of the account ended. */
  end(accountId: string, choice: SessionChoice): Promise<number>
}

/** A session is its wallet's: it counts while the wallet is the account's, whatever came between a signature and this row. */
const ownWallet = and(eq(wallets.address, sessions.wallet), eq(wallets.accountId, sessions.accountId))

export function createSessionStore(connection: Connection): SessionStore {
  return {
    async create(row) {
      await connection.insert(sessions).values(row)
    },
    async find(id, now) {
      const [row] = await connection
        .select(getTableColumns(sessions))
        .from(sessions)
        .innerJoin(wallets, ownWallet)
        .where(and(eq(sessions.id, id), gt(sessions.expiresAt, now)))
      return row ?? null
    },
    async touch(id, now) {
      const minuteAgo = new Date(now.getTime() - 60_000)
      await connection
        .update(sessions)
        .set({ lastSeenAt: now })
        .where(and(eq(sessions.id, id), lt(sessions.lastSeenAt, minuteAgo)))
    },
    list: (accountId, now) =>
      connection
        .select(getTableColumns(sessions))
        .from(sessions)
        .innerJoin(wallets, ownWallet)
        .where(and(eq(sessions.accountId, accountId), gt(sessions.expiresAt, now)))
        .orderBy(desc(sessions.lastSeenAt))
        .limit(100),
    async end(accountId, { id, except, wallet }) {
      const rows = await connection
        .delete(sessions)
        .where(
          and(
            eq(sessions.accountId, accountId),
            id === undefined ? undefined : eq(sessions.id, id),
            except === undefined ? undefined : ne(sessions.id, except),
            wallet === undefined ? undefined : eq(sessions.wallet, wallet),
          ),
        )
        .returning({ id: sessions.id })
      return rows.length
    },
  }
}
