import { transact } from '#drizzle/transact.ts'
import { createAuditStore } from '#server/spaces/auditStore.ts'
import { type KeyDeps, listKeys, makeKey, revokeKey } from '#server/spaces/keys/apiKeys.ts'
import { findKey } from '#server/spaces/keys/enterByKey.ts'
import { createKeyStore } from '#server/spaces/keys/keyStore.ts'
import type { StudioDeps } from '../studio.ts'

/** Keys by which a space's own programs call the REST API. */
export function composeStudioKeys({ db, now, random }: StudioDeps) {
  const readKeys = createKeyStore(db)
  const deps: KeyDeps = {
    transact: (work) => transact(db, (connection) => work({ keys: createKeyStore(connection), audit: createAuditStore(connection) })),
    readKeys,
    now,
    random,
  }
  return {
    list: (spaceId: string) => listKeys(deps, spaceId),
    make: (input: Parameters<typeof makeKey>[1]) => makeKey(deps, input),
    revoke: (input: Parameters<typeof revokeKey>[1]) => revokeKey(deps, input),
    find: (text: string) => findKey({ keys: readKeys, now }, text),
  }
}
