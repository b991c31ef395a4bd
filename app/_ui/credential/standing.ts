import type { CredentialRecord } from '#app/_data/views.ts'
import type { CredentialState } from './lifecycle.ts'

/** What counts about a credential now: its state, unless it was taken back or its time is over. */
export type Standing = CredentialState | 'revoked' | 'expired'

/** `now`: milliseconds. A revocation counts from the batch that carries it. */
export function standingOf(
  { state, revoked, expiresAt }: Pick<CredentialRecord, 'state' | 'revoked' | 'expiresAt'>,
  now: number,
): Standing {
  if (revoked) return 'revoked'
  return expiresAt !== null && Date.parse(expiresAt) < now ? 'expired' : state
}
