import { and, eq, inArray } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { completions, evidence, quests, questVersions } from '#drizzle/schema/index.ts'
import type { Definition } from './definition.ts'

/** A member's completion of a quest: the digest that its credential carries, and the definition it was judged by. */
export type CompletionRow = { evidenceDigest: string; definition: Definition }

export type EvidenceStore = {
  completion(accountId: string, slug: string): Promise<CompletionRow | null>
  /** What is kept under these digests; missing ones are left out. */
  byDigest(digests: readonly string[]): Promise<Map<string, unknown>>
}

export const createEvidenceStore = (connection: Connection): EvidenceStore => ({
  async completion(accountId, slug) {
    const [row] = await connection
      .select({ evidenceDigest: completions.evidenceDigest, definition: questVersions.definition })
      .from(completions)
      .innerJoin(quests, eq(quests.id, completions.questId))
      .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, completions.version)))
      .where(and(eq(completions.accountId, accountId), eq(quests.slug, slug)))
    // Written by `createQuest` only.
    return row ? { evidenceDigest: row.evidenceDigest, definition: row.definition as Definition } : null
  },
  async byDigest(digests) {
    if (digests.length === 0) return new Map()
    const rows = await connection
      .select()
      .from(evidence)
      .where(inArray(evidence.digest, [...digests]))
    return new Map(rows.map(({ digest, bundle }) => [digest, bundle]))
  },
})
