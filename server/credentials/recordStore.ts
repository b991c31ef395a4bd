import { and, desc, eq } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import {
  completions,
  credentials,
  evidence,
  quests,
  questVersions,
  revocations,
  rollupBatches,
  rollupLeaves,
  spaces,
} from '#drizzle/schema/index.ts'
import type { Definition } from '#server/quests/definition.ts'
import type { CompletionEvidence } from '#server/quests/evidenceFile.ts'
import { treeIds } from '#server/rollup/state/nodeStore.ts'
import { type RevocationReason, revocationReason } from './revocation.ts'
import { heldBy } from './shownStore.ts'

/** What a credential was earned by and rests on. */
export type RecordRow = {
  version: number
  rulesHash: string
  definition: Definition
  space: { slug: string; name: string }
  supply: number
  issuedAt: Date | null
  evidence: { digest: string; root: string | null; position: number | null }
  completion: CompletionEvidence | null
  revoked: Revoked | null
}

/**
 * The batch that revoked it, and whether that batch is final. `reason`: as the slot keeps it, null where it is none of ours. `words`: what the issuer says to
 * the holder; null for everyone else.
 */
export type Revoked = { batch: number; final: boolean; reason: RevocationReason | null; words: string | null }

export type RecordStore = {
  /** By the leaf in the slot; null when there is none. `viewerId`: who looks. */
  byIndex(index: number, viewerId: string | null): Promise<RecordRow | null>
}

export const createRecordStore = (connection: Connection): RecordStore => ({
  async byIndex(index, viewerId) {
    const [row] = await connection
      .select({
        credential: credentials,
        version: questVersions.version,
        rulesHash: questVersions.rulesHash,
        definition: questVersions.definition,
        space: { slug: spaces.slug, name: spaces.name },
        supply: quests.supply,
        bundle: evidence.bundle,
      })
      .from(credentials)
      .innerJoin(completions, eq(completions.id, credentials.completionId))
      .innerJoin(quests, eq(quests.id, credentials.questId))
      .innerJoin(spaces, eq(spaces.id, quests.spaceId))
      .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, completions.version)))
      .leftJoin(evidence, eq(evidence.digest, credentials.evidenceDigest))
      .where(eq(credentials.slotIndex, index))
    if (!row) return null
    const { evidenceDigest, evidenceRoot, evidencePosition, issuedAt } = row.credential
    const { version, rulesHash, space, supply } = row
    return {
      ...{ version, rulesHash, space, supply, issuedAt },
      // Both were written by the room `quests` only.
      definition: row.definition as Definition,
      completion: row.bundle as CompletionEvidence | null,
      evidence: { digest: evidenceDigest, root: evidenceRoot, position: evidencePosition },
      revoked: await revocation(connection, index, viewerId),
    }
  },
})

/** What the newest leaf says. */
async function revocation(connection: Connection, index: number, viewerId: string | null): Promise<Revoked | null> {
  const [leaf] = await connection
    .select({ batch: rollupLeaves.batch, fields: rollupLeaves.fields, status: rollupBatches.status })
    .from(rollupLeaves)
    .leftJoin(rollupBatches, eq(rollupBatches.number, rollupLeaves.batch))
    .where(and(eq(rollupLeaves.tree, treeIds.credentials), eq(rollupLeaves.index, index)))
    .orderBy(desc(rollupLeaves.batch))
    .limit(1)
  if (leaf?.fields.revoked === undefined) return null
  const words = viewerId === null ? null : await wordsTo(connection, index, viewerId)
  return { batch: leaf.batch, final: leaf.status === 'final', reason: revocationReason(Number(leaf.fields.revoked)), words }
}

/** They may name what somebody did: the holder's to read, nobody else's. */
async function wordsTo(connection: Connection, index: number, viewerId: string): Promise<string | null> {
  const [row] = await connection
    .select({ words: revocations.words })
    .from(revocations)
    .innerJoin(credentials, eq(credentials.id, revocations.credentialId))
    .where(and(eq(credentials.slotIndex, index), heldBy(viewerId)))
  return row?.words ?? null
}
