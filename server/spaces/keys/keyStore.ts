import { and, count, desc, eq, gt, isNull, lt, or } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { accounts, apiKeys, spaceMembers, spaces } from '#drizzle/schema/index.ts'
import type { SpaceRole } from '../role.ts'

export type KeyRow = typeof apiKeys.$inferSelect
/** `by`: the handle of who made it. `role`: what they are in the space now; null when they left it. */
export type ListedKey = KeyRow & { by: string | null; role: SpaceRole | null }
/** A key with its space as it is called. */
export type FoundKey = { key: KeyRow; space: { id: string; slug: string; name: string }; role: SpaceRole | null }

export type KeyStore = {
  /** Newest first; those that were revoked before `since` are left out. */
  list(spaceId: string, since: Date): Promise<ListedKey[]>
  /** How many of the space count at this instant. Holds the space until the transaction ends, so that two makers count each other's. */
  countActive(spaceId: string, at: Date): Promise<number>
  add(row: Omit<typeof apiKeys.$inferInsert, 'id' | 'lastUsedAt' | 'revokedAt'>): Promise<KeyRow>
  /** Holds the row until the transaction ends. */
  lock(spaceId: string, id: string): Promise<KeyRow | null>
  revoke(id: string, at: Date): Promise<void>
  find(hash: string): Promise<FoundKey | null>
  /** Notes a use, unless a later one than `unlessSince` is noted already. */
  touch(id: string, at: Date, unlessSince: Date): Promise<void>
}

export function createKeyStore(connection: Connection): KeyStore {
  const roleOfMaker = and(eq(spaceMembers.spaceId, apiKeys.spaceId), eq(spaceMembers.accountId, apiKeys.accountId))
  return {
    async list(spaceId, since) {
      const rows = await connection
        .select({ key: apiKeys, by: accounts.handle, role: spaceMembers.role })
        .from(apiKeys)
        .innerJoin(accounts, eq(accounts.id, apiKeys.accountId))
        .leftJoin(spaceMembers, roleOfMaker)
        .where(and(eq(apiKeys.spaceId, spaceId), or(isNull(apiKeys.revokedAt), gt(apiKeys.revokedAt, since))))
        .orderBy(desc(apiKeys.number))
        .limit(100)
      return rows.map(({ key, by, role }) => ({ ...key, by, role }))
    },
    async countActive(spaceId, at) {
      await connection.select({ id: spaces.id }).from(spaces).where(eq(spaces.id, spaceId)).for('no key update')
      const [row] = await connection
        .select({ active: count() })
        .from(apiKeys)
        .where(and(eq(apiKeys.spaceId, spaceId), isNull(apiKeys.revokedAt), gt(apiKeys.expiresAt, at)))
      return row?.active ?? 0
    },
    async add(row) {
      const [added] = await connection.insert(apiKeys).values(row).returning()
      return added as KeyRow
    },
    async lock(spaceId, id) {
      const [row] = await connection
        .select()
        .from(apiKeys)
        .where(and(eq(apiKeys.spaceId, spaceId), eq(apiKeys.id, id)))
        .for('update')
      return row ?? null
    },
    async revoke(id, at) {
      await connection.update(apiKeys).set({ revokedAt: at }).where(eq(apiKeys.id, id))
    },
    async find(hash) {
      const [row] = await connection
        .select({ key: apiKeys, space: { id: spaces.id, slug: spaces.slug, name: spaces.name }, role: spaceMembers.role })
        .from(apiKeys)
        .innerJoin(spaces, eq(spaces.id, apiKeys.spaceId))
        .leftJoin(spaceMembers, roleOfMaker)
        .where(eq(apiKeys.hash, hash))
      return row ?? null
    },
    async touch(id, at, unlessSince) {
      await connection
        .update(apiKeys)
        .set({ lastUsedAt: at })
        .where(and(eq(apiKeys.id, id), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, unlessSince))))
    },
  }
}
