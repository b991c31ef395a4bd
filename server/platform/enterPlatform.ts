import { CairnError } from '#server/shared/errors.ts'
import { mayOnPlatform, type PlatformRight, type PlatformRole } from './role.ts'
import type { RoleStore } from './roleStore.ts'

/** The member's role on the platform, when it has the right. Read at each call: one that was taken away counts at once. Throws `auth.forbidden`. */
export async function enterPlatform(
  roles: Pick<RoleStore, 'roleOf'>,
  { accountId, right }: { accountId: string; right: PlatformRight },
): Promise<PlatformRole> {
  const role = await roles.roleOf(accountId)
  if (role === null || !mayOnPlatform(role, right))
    throw new CairnError('auth.forbidden', 'This is for those who look after the platform.', {
      meta: { field: 'role', found: role ?? 'no role', expected: `a platform role that may ${right}` },
    })
  return role
}
