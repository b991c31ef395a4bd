import { and, desc, eq } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { completions, credentials, evidence, quests, questVersions, rollupBatches, rollupLeaves, spaces } from '#drizzle/schema/index.ts'
import type { Definition } from '#server/quests/definition.ts'
import type { CompletionEvidence } from '#server/quests/evidenceFile.ts'
import { treeIds } from '#server/rollup/state/nodeStore.ts'

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
  /** The batch that revoked it, and whether that batch is final. */
  revoked: { batch: number; final: boolean } | null
}

export type RecordStore = {
  /** By the leaf in the slot; null when there is none. */
  byIndex(index: number): Promise<RecordRow | null>
}

export const createRecordStore = (connection: Connection): RecordStore => ({
  async byIndex(index) {
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
      revoked: await revocation(connection, index),
    }
  },
})

/** What the newest leaf says. */
async function revocation(connection: Connection, index: number): Promise<RecordRow['revoked']> {
  const [leaf] = await connection
    .select({ batch: rollupLeaves.batch, fields: rollupLeaves.fields, status: rollupBatches.status })
    .from(rollupLeaves)
    .leftJoin(rollupBatches, eq(rollupBatches.number, rollupLeaves.batch))
    .where(and(eq(rollupLeaves.tree, treeIds.credentials), eq(rollupLeaves.index, index)))
    .orderBy(desc(rollupLeaves.batch))
    .limit(1)
  return leaf?.fields.revoked === undefined ? null : { batch: leaf.batch, final: leaf.status === 'final' }
}
