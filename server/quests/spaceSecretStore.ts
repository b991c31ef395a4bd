import { and, asc, eq } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { spaceSecrets } from '#drizzle/schema/index.ts'

export type SecretStore = {
  names(spaceId: string): Promise<{ name: string; createdAt: Date }[]>
  put(row: { spaceId: string; name: string; sealed: string; createdAt: Date }): Promise<void>
  remove(spaceId: string, name: string): Promise<boolean>
  sealed(spaceId: string): Promise<{ name: string; sealed: string }[]>
}

/** Secrets of spaces, sealed; nothing here opens them. */
export function createSecretStore(connection: Connection): SecretStore {
  return {
    names: (spaceId) =>
      connection
        .select({ name: spaceSecrets.name, createdAt: spaceSecrets.createdAt })
        .from(spaceSecrets)
        .where(eq(spaceSecrets.spaceId, spaceId))
        .orderBy(asc(spaceSecrets.name)),
    async put({ spaceId, name, ...change }) {
      const target = [spaceSecrets.spaceId, spaceSecrets.name]
      await connection
        .insert(spaceSecrets)
        .values({ spaceId, name, ...change })
        .onConflictDoUpdate({ target, set: change })
    },
    async remove(spaceId, name) {
      const gone = await connection
        .delete(spaceSecrets)
        .where(and(eq(spaceSecrets.spaceId, spaceId), eq(spaceSecrets.name, name)))
        .returning({ name: spaceSecrets.name })
      return gone.length > 0
    },
    sealed: (spaceId) =>
      connection
        .select({ name: spaceSecrets.name, sealed: spaceSecrets.sealed })
        .from(spaceSecrets)
        .where(eq(spaceSecrets.spaceId, spaceId)),
  }
}
