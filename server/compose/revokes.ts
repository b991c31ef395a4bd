import { createRevocationStore } from '#server/insights/revoke/revocationStore.ts'
import type { RevokePort } from '#server/rollup/sequencer/signRevokes.ts'

/** What spaces want to take back, for the process that has the issuer sign it. */
export const revokePort: RevokePort = {
  due: (connection, limit) => createRevocationStore(connection).due(limit),
  signed: (connection, id, txKey) => createRevocationStore(connection).signed(id, txKey),
}
