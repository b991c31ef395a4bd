import type { RevocationReason } from '#server/credentials/revocation.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { AuditStore } from '#server/spaces/auditStore.ts'
import type { InsightQuestStore } from '../insightQuestStore.ts'
import { type QuestOfSpace, questOfSpace } from '../questOfSpace.ts'
import type { RevocationPlace, RevocationRow, RevocationStore } from './revocationStore.ts'

export type RevokeWork = { revocations: RevocationStore; audit: AuditStore }
export type RevokeDeps = { transact<T>(work: (work: RevokeWork) => Promise<T>): Promise<T>; now(): number }

/** `words`: what the holder is told, beside the reason. */
export type RevokeInput = { spaceId: string; accountId: string; credential: string; reason: RevocationReason; words: string }

/**
 * Takes a credential of one of the space's quests back. The slot's revoke is signed by the issuer of the quest once the credential is final, and counts from
 * its batch on; its holder reads the reason. There is no way back. Throws `not-found`, `conflict` (asked for or taken back before, never minted, or of a
 * quest whose credentials stay).
 */
export function revokeCredential(
  deps: RevokeDeps,
  { credential: credentialId, ...input }: RevokeInput,
): Promise<{ credential: string; state: 'asked' }> {
  return deps.transact(async ({ revocations, audit }) => {
    const found = await revocations.find(input.spaceId, credentialId)
    if (!found)
      throw new CairnError('not-found', 'No quest of this space gave such a credential.', {
        meta: { field: 'credential', found: credentialId },
      })
    if (found.minting === 'refused') throw conflict('The slot refused this credential: there is nothing to take back.', 'refused', 'minted')
    if (!found.revocable) throw conflict('The quest promised that its credentials stay.', 'not revocable', 'a quest with revocable ones')
    const asked = !found.revoked && (await revocations.add({ ...input, credentialId, createdAt: new Date(deps.now()) }))
    if (!asked) throw conflict('This credential is taken back already.', 'taken back', 'one that is not')
    await audit.add({
      ...{ spaceId: input.spaceId, accountId: input.accountId, action: 'credential.revoked', subject: credentialId },
      after: { quest: found.quest, index: found.index, reason: input.reason, words: input.words },
    })
    await revocations.wake()
    return { credential: credentialId, state: 'asked' as const }
  })
}

const conflict = (message: string, found: string, expected: string) =>
  new CairnError('conflict', message, { meta: { field: 'credential', found, expected } })

/** `state`: `asked` waits for its credential to be final and for the issuer; then as the slot's tx goes. */
export type RevocationView = Pick<RevocationRow, 'id' | 'credential' | 'reason' | 'words' | 'by'> & {
  state: 'asked' | 'accepted' | 'batched' | 'proposed' | 'proven' | 'final' | 'refused'
  tx: string | null
  batch: number | null
  refusal: string | null
  /** ISO 8601. */
  at: string
}

type ReadDeps = { quests: InsightQuestStore; revocations: Pick<RevocationStore, 'list'> }

/** Revocations of a quest's credentials, newest first. Throws `not-found`. */
export async function readRevocations(
  { quests, revocations }: ReadDeps,
  { after, limit, ...of }: QuestOfSpace & { after: RevocationPlace | null; limit: number },
): Promise<{ items: RevocationView[]; next: RevocationPlace | null }> {
  const { id } = await questOfSpace(quests, of)
  const rows = await revocations.list(id, { after, limit: limit + 1 })
  const items = rows.slice(0, limit)
  return { items: items.map(toView), next: rows.length > limit ? (items.at(-1)?.place ?? null) : null }
}

const toView = ({ id, credential, reason, words, by, tx, createdAt }: RevocationRow): RevocationView => ({
  ...{ id, credential, reason, words, by },
  state: tx === null ? 'asked' : tx.final ? 'final' : tx.status === 'awaiting-issuer' ? 'accepted' : tx.status,
  tx: tx?.hash ?? null,
  batch: tx?.batch ?? null,
  refusal: tx?.refusal ?? null,
  at: createdAt.toISOString(),
})
