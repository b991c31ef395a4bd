import { asc, eq } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { accounts, platformRoles } from '#drizzle/schema/index.ts'
import type { PlatformRole } from './role.ts'

export type RoleStore = {
  roleOf(accountId: string): Promise<PlatformRole | null>
  set(accountId: string, role: PlatformRole | null): Promise<void>
  list(): Promise<{ accountId: string; handle: string | null; role: PlatformRole }[]>
}

export function createRoleStore(connection: Connection): RoleStore {
  return {
    async roleOf(accountId) {
      const [row] = await connection.select({ role: platformRoles.role }).from(platformRoles).where(eq(platformRoles.accountId, accountId))
      return row?.role ?? null
    },
    async set(accountId, role) {
      if (role === null) await connection.delete(platformRoles).where(eq(platformRoles.accountId, accountId))
      else
        await connection
          .insert(platformRoles)
          .values({ accountId, role })
          .onConflictDoUpdate({ target: platformRoles.accountId, set: { role } })
    },
    list: () =>
      connection
        .select({ accountId: platformRoles.accountId, handle: accounts.handle, role: platformRoles.role })
        .from(platformRoles)
        .innerJoin(accounts, eq(accounts.id, platformRoles.accountId))
        .orderBy(asc(platformRoles.role), asc(platformRoles.createdAt)),
  }
}
