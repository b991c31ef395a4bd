import { and, desc, eq, gt, lt } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { sessions } from '#drizzle/schema/index.ts'

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
  /** The row while it counts; null when revoked, signed out or expired. */
  find(id: string, now: Date): Promise<SessionRow | null>
  /** Remembers that the session was used, at most once a minute. */
  touch(id: string, now: Date): Promise<void>
  list(accountId: string, now: Date): Promise<SessionRow[]>
  /** True when a session of this account was there. */
  revoke(accountId: string, id: string): Promise<boolean>
  /** How many sessions ended. */
  revokeAll(accountId: string): Promise<number>
}

export function createSessionStore(connection: Connection): SessionStore {
  return {
    async create(row) {
      await connection.insert(sessions).values(row)
    },
    async find(id, now) {
      const [row] = await connection
        .select()
        .from(sessions)
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
        .select()
        .from(sessions)
        .where(and(eq(sessions.accountId, accountId), gt(sessions.expiresAt, now)))
        .orderBy(desc(sessions.lastSeenAt))
        .limit(100),
    async revoke(accountId, id) {
      const rows = await connection
        .delete(sessions)
        .where(and(eq(sessions.id, id), eq(sessions.accountId, accountId)))
        .returning({ id: sessions.id })
      return rows.length > 0
    },
    async revokeAll(accountId) {
      const rows = await connection.delete(sessions).where(eq(sessions.accountId, accountId)).returning({ id: sessions.id })
      return rows.length
    },
  }
}
