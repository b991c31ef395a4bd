import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { credentials, quests, rollupBatches, rollupLeaves, rollupTxs } from '#drizzle/schema/index.ts'
import { toQuestLeaf } from '#server/rollup/state/leafFields.ts'
import { type LeafFields, treeIds } from '#server/rollup/state/nodeStore.ts'
import type { ScoredCredential } from './formula/credential.ts'

/** A credential as the formula scores it, but for the id of its issuer: the key that its quest names. */
export type IssuedCredential = Omit<ScoredCredential, 'issuer'> & { issuerKey: { x: bigint; y: bigint } }

export type CredentialStore = {
  /** The account's final credentials of the slot, in any order. */
  ofAccount(accountId: string): Promise<IssuedCredential[]>
}

/** Points, category, lifetime and issuer are those of the quest's leaf in the slot; a space stands for a project. */
export function createCredentialStore(connection: Connection): CredentialStore {
  return {
    async ofAccount(accountId) {
      const rows = await connection
        .select({
          id: credentials.slotIndex,
          quest: quests.slotIndex,
          space: quests.spaceId,
          issuedAt: credentials.issuedAt,
          terms: newestLeaf(treeIds.quests, quests.slotIndex),
          leaf: newestLeaf(treeIds.credentials, credentials.slotIndex),
        })
        .from(credentials)
        .innerJoin(quests, eq(quests.id, credentials.questId))
        .innerJoin(rollupTxs, eq(rollupTxs.id, credentials.txId))
        .innerJoin(rollupBatches, eq(rollupBatches.number, rollupTxs.batch))
        .where(and(eq(credentials.accountId, accountId), eq(rollupBatches.status, 'final'), isNotNull(credentials.issuedAt)))
      return rows.flatMap((row) => readRow(row) ?? [])
    },
  }
}

type Row = {
  id: number | null
  quest: number | null
  space: string
  issuedAt: Date | null
  terms: LeafFields | null
  leaf: LeafFields | null
}

function readRow({ id, quest, space, issuedAt, terms, leaf }: Row): IssuedCredential | null {
  if (id === null || quest === null || issuedAt === null || terms === null) return null
  const { issuerKeyX: x, issuerKeyY: y, category, points, expiresAfter } = toQuestLeaf(terms)
  const seconds = Math.floor(issuedAt.getTime() / 1000)
  return {
    id,
    quest,
    // No quest recurs yet: each is a family of its own.
    family: quest,
    project: BigInt(`0x${space.replaceAll('-', '')}`),
    issuerKey: { x, y },
    category: Number(category),
    points,
    issuedAt: seconds,
    expiresAt: expiresAfter === 0n ? null : seconds + Number(expiresAfter),
    revoked: leaf !== null && 'revoked' in leaf,
  }
}

const newestLeaf = (tree: number, index: typeof quests.slotIndex | typeof credentials.slotIndex) =>
  sql<LeafFields | null>`(
    select ${rollupLeaves.fields} from ${rollupLeaves}
    where ${rollupLeaves.tree} = ${tree} and ${rollupLeaves.index} = ${index}
    order by ${rollupLeaves.batch} desc limit 1)`
