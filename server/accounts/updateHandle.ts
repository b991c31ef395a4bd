import { CairnError } from '#server/shared/errors.ts'
import type { AccountStore } from './accountStore.ts'
import { requireHandle, taken } from './handle.ts'

/** Gives the account a handle. Throws `input.invalid` or `conflict`; the database decides between two who want the same one. */
export async function updateHandle(
  deps: { readAccounts: AccountStore; isTaken(error: unknown): boolean },
  input: { accountId: string; handle: string },
) {
  const handle = requireHandle(input.handle)
  const owner = await deps.readAccounts.findByHandle(handle)
  if (owner && owner.id !== input.accountId) throw taken(handle)
  if (!(await deps.readAccounts.findAccount(input.accountId))) throw new CairnError('auth.required', 'Sign in first.')
  try {
    await deps.readAccounts.setHandle(input.accountId, handle)
  } catch (error) {
    if (deps.isTaken(error)) throw taken(handle)
    throw error
  }
  return { handle }
}
