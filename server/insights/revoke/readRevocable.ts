import { CairnError } from '#server/shared/errors.ts'
import { readCredentialName } from './credentialName.ts'
import type { Revocable, RevocableStore } from './revocableStore.ts'

/** The credential of one of the space's quests that goes by this name. Throws `input.invalid`, and `not-found` for another space's, too. */
export async function readRevocable(
  store: RevocableStore,
  { spaceId, credential }: { spaceId: string; credential: string },
): Promise<Revocable> {
  const name = readCredentialName(credential)
  if (!name)
    throw new CairnError('input.invalid', 'This names no credential.', {
      meta: { field: 'credential', found: credential.slice(0, 100), expected: 'a number, the address of its page, its URN or its id' },
    })
  const found = await store.find(spaceId, name)
  if (found) return found
  throw new CairnError('not-found', 'No quest of this space gave such a credential.', {
    meta: { field: 'credential', found: credential.slice(0, 100) },
  })
}
