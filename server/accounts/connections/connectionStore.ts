import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { connections } from '#drizzle/schema/index.ts'
import type { ServiceId } from './services.ts'

export type ConnectionRow = {
  accountId: string
  service: ServiceId
  userId: string
  handle: string
  sealedTokens: string
  createdAt: Date
}

/** Members' accounts at other services: one of each service for an account, and each account there for one member. */
export type ConnectionStore = {
  list(accountId: string): Promise<ConnectionRow[]>
  find(accountId: string, service: ServiceId): Promise<ConnectionRow | null>
  findByUser(service: ServiceId, userId: string): Promise<ConnectionRow | null>
  /** Puts it in the place of the account's earlier one. False when that account there is another member's. */
  put(row: Omit<ConnectionRow, 'createdAt'>): Promise<boolean>
  setTokens(accountId: string, service: ServiceId, sealedTokens: string): Promise<void>
  remove(accountId: string, service: ServiceId): Promise<boolean>
  /** Of many accounts at once. */
  ofAccounts(accountIds: readonly string[]): Promise<Pick<ConnectionRow, 'accountId' | 'service' | 'userId'>[]>
}

export function createConnectionStore(connection: Connection): ConnectionStore {
  const one = (accountId: string, service: ServiceId) => and(eq(connections.accountId, accountId), eq(connections.service, service))
  return {
    list: (accountId) =>
      connection.select().from(connections).where(eq(connections.accountId, accountId)).orderBy(asc(connections.service)),
    async find(accountId, service) {
      const [row] = await connection.select().from(connections).where(one(accountId, service))
      return row ?? null
    },
    async findByUser(service, userId) {
      const [row] = await connection
        .select()
        .from(connections)
        .where(and(eq(connections.service, service), eq(connections.userId, userId)))
      return row ?? null
    },
    async put(row) {
      await connection.delete(connections).where(one(row.accountId, row.service))
      const added = await connection.insert(connections).values(row).onConflictDoNothing().returning({ userId: connections.userId })
      return added.length > 0
    },
    async setTokens(accountId, service, sealedTokens) {
      await connection.update(connections).set({ sealedTokens }).where(one(accountId, service))
    },
    async remove(accountId, service) {
      const gone = await connection.delete(connections).where(one(accountId, service)).returning({ userId: connections.userId })
      return gone.length > 0
    },
    ofAccounts: (accountIds) =>
      accountIds.length === 0
        ? Promise.resolve([])
        : connection
            .select({ accountId: connections.accountId, service: connections.service, userId: connections.userId })
            .from(connections)
            .where(inArray(connections.accountId, [...accountIds])),
  }
}
