import { CairnError } from '#server/shared/errors.ts'
import type { OwnCredentialStore } from './ownCredentialStore.ts'

/**
 * Takes one of the member's credentials off our pages for everyone else, or puts it back (`shownTo` is the rule). The slot itself stays public, and totals
 * go on counting it. Throws `not-found` for what is not the member's.
 */
export async function hideCredential(
  { own }: { own: Pick<OwnCredentialStore, 'setHidden'> },
  input: { accountId: string; id: string; hidden: boolean },
): Promise<{ id: string; hidden: boolean }> {
  const { accountId, id, hidden } = input
  if (await own.setHidden(accountId, id, hidden)) return { id, hidden }
  throw new CairnError('not-found', 'You have no such credential.', { meta: { field: 'id', found: id } })
}
