import { and, asc, eq, gt, inArray, isNotNull, isNull, ne, or, type SQL } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { completions, credentials, quests, questVersions, rollupBatches, rollupTxs, spaces } from '#drizzle/schema/index.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { CredentialState } from './credentialViews.ts'
import { stateOf } from './explorerStore.ts'
import { heldBy } from './shownStore.ts'

/** One of a member's own credentials with all that is known of it. `root`: of the slot after its batch. */
export type OwnCredential = {
  id: string
  index: number | null
  serial: number | null
  quest: { slug: string; title: Text; category: string }
  space: { slug: string; name: string }
  state: CredentialState
  batch: number | null
  root: bigint | null
  xp: number | null
  issuedAt: Date | null
  evidenceRoot: string | null
  evidencePosition: number | null
  evidenceDigest: string
  hidden: boolean
}

export type OwnCredentialStore = {
  /** False when the account has no such credential. */
  setHidden(accountId: string, id: string, hidden: boolean): Promise<boolean>
  /** In order of leaves, above `after`. */
  sealed(accountId: string, page: { after: number; limit: number }): Promise<OwnCredential[]>
  /** Those that are in no batch. */
  unsealed(accountId: string): Promise<OwnCredential[]>
}

export function createOwnCredentialStore(connection: Connection): OwnCredentialStore {
  return {
    async setHidden(accountId, id, hidden) {
      const quest = connection
        .select({ id: credentials.questId })
        .from(credentials)
        .where(and(eq(credentials.id, id), heldBy(accountId)))
      // Of a quest that two accounts of the member completed before they became one, both CUBEs are hidden: one would tell of the other.
      const doubled = and(ne(credentials.accountId, accountId), inArray(credentials.questId, quest))
      const mine = and(or(eq(credentials.id, id), doubled), heldBy(accountId))
      return (await connection.update(credentials).set({ hidden }).where(mine).returning({ id: credentials.id })).length > 0
    },
    sealed: (accountId, { after, limit }) =>
      readOwn(
        connection,
        and(eq(credentials.accountId, accountId), isNotNull(credentials.slotIndex), gt(credentials.slotIndex, after)),
        limit,
      ),
    unsealed: (accountId) => readOwn(connection, and(eq(credentials.accountId, accountId), isNull(credentials.slotIndex)), 10_000),
  }
}

/** Title and category are those of the version that was completed. */
async function readOwn(connection: Connection, where: SQL | undefined, limit: number): Promise<OwnCredential[]> {
  const rows = await connection
    .select({
      credential: credentials,
      slug: quests.slug,
      space: { slug: spaces.slug, name: spaces.name },
      definition: questVersions.definition,
      status: rollupTxs.status,
      batchStatus: rollupBatches.status,
      batch: rollupTxs.batch,
      root: rollupBatches.newRoot,
    })
    .from(credentials)
    .innerJoin(completions, eq(completions.id, credentials.completionId))
    .innerJoin(quests, eq(quests.id, credentials.questId))
    .innerJoin(spaces, eq(spaces.id, quests.spaceId))
    .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, completions.version)))
    .innerJoin(rollupTxs, eq(rollupTxs.id, credentials.txId))
    .leftJoin(rollupBatches, eq(rollupBatches.number, rollupTxs.batch))
    .where(where)
    .orderBy(asc(credentials.slotIndex), asc(credentials.createdAt))
    .limit(limit)
  return rows.map(({ credential, slug, space, definition, batch, root, ...status }) => {
    const { id, slotIndex: index, serial, xp, issuedAt, evidenceRoot, evidencePosition, evidenceDigest, hidden } = credential
    // Stored by the room `quests` from a parsed definition.
    const { title, category } = definition as { title: Text; category: string }
    const said = { quest: { slug, title, category }, space, state: stateOf(status), batch, root }
    return { id, index, serial, ...said, xp, issuedAt, evidenceRoot, evidencePosition, evidenceDigest, hidden }
  })
}
