import { CairnError } from '#server/shared/errors.ts'
import type { PlatformDeps } from './platformWork.ts'
import type { PlatformRole } from './role.ts'

export type GiveRoleDeps = PlatformDeps & {
  /** The account that holds a wallet. */
  accountOf(wallet: string): Promise<{ id: string; handle: string | null } | null>
}

/** Gives the holder of a wallet a role on the platform, or takes it (null). Throws `not-found`: the holder signs in first. */
export async function giveRole(
  deps: GiveRoleDeps,
  { wallet, role }: { wallet: string; role: PlatformRole | null },
): Promise<{ handle: string | null; before: PlatformRole | null }> {
  const account = await deps.accountOf(wallet)
  if (!account)
    throw new CairnError('not-found', 'This wallet has no account here: sign in with it first.', {
      meta: { field: 'wallet', found: wallet },
    })
  return deps.transact(async ({ roles, log }) => {
    const before = await roles.roleOf(account.id)
    if (before !== role) {
      await roles.set(account.id, role)
      const was = before === null ? null : { role: before }
      await log.add({
        accountId: null,
        action: role ? 'role.given' : 'role.taken',
        subject: wallet,
        before: was,
        after: role ? { role } : null,
      })
    }
    return { handle: account.handle, before }
  })
}
