import { and, eq, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { questPreparations, rollupBatches, rollupLeaves, rollupWallets, spaceVaults, wallets } from '#drizzle/schema/index.ts'
import { toQuestLeaf } from '#server/rollup/state/leafFields.ts'
import { createNodeStore, treeIds } from '#server/rollup/state/nodeStore.ts'
import type { Definition } from '../definition.ts'
import type { QuestRow } from '../questStore.ts'
import { fundedPlaces } from './estimate.ts'

export type Vault = { accountId: string; slotAccount: number }
export type Preparation = Omit<typeof questPreparations.$inferSelect, 'definition'> & { definition: Definition }

export type FundStore = {
  /** Whose slot account pays for the quests of a space; null until somebody gave theirs. */
  vault(spaceId: string): Promise<Vault | null>
  setVault(spaceId: string, vault: Vault): Promise<void>
  /** The slot account of a member's primary wallet, once its number is final; null before. */
  slotAccount(accountId: string): Promise<number | null>
  preparation(draftId: string): Promise<Preparation | null>
  prepare(row: Preparation): Promise<void>
  forget(draftId: string): Promise<void>
  /** Places that a quest's pools pay in all, as the newest batch left them; null = without a limit, or the leaf is not there. */
  paidPlaces(quest: Pick<QuestRow, 'slotIndex' | 'slotOwner'>): Promise<bigint | null>
  /** Whether any of these leaves is there: whoever opened it. */
  anyOpened(slotIndices: readonly number[]): Promise<boolean>
}

export function createFundStore(connection: Connection): FundStore {
  return {
    async vault(spaceId) {
      const [row] = await connection
        .select({ accountId: spaceVaults.accountId, slotAccount: spaceVaults.slotAccount })
        .from(spaceVaults)
        .where(eq(spaceVaults.spaceId, spaceId))
      return row ?? null
    },
    async setVault(spaceId, vault) {
      await connection
        .insert(spaceVaults)
        .values({ spaceId, ...vault })
        .onConflictDoUpdate({ target: spaceVaults.spaceId, set: { ...vault, createdAt: sql`now()` } })
    },
    async slotAccount(accountId) {
      const [row] = await connection
        .select({ index: rollupWallets.account })
        .from(wallets)
        .innerJoin(rollupWallets, eq(rollupWallets.wallet, wallets.address))
        .innerJoin(rollupBatches, eq(rollupBatches.number, rollupWallets.batch))
        .where(and(eq(wallets.accountId, accountId), eq(wallets.primary, true), eq(rollupBatches.status, 'final')))
      return row?.index ?? null
    },
    async preparation(draftId) {
      const [row] = await connection.select().from(questPreparations).where(eq(questPreparations.draftId, draftId))
      // Written by `prepare` only, from a parsed definition.
      return row ? { ...row, definition: row.definition as Definition } : null
    },
    async prepare({ draftId, ...row }) {
      await connection
        .insert(questPreparations)
        .values({ draftId, ...row })
        .onConflictDoUpdate({ target: questPreparations.draftId, set: row })
    },
    async forget(draftId) {
      await connection.delete(questPreparations).where(eq(questPreparations.draftId, draftId))
    },
    async paidPlaces({ slotIndex, slotOwner }) {
      // The platform pays every place of its own from the start.
      if (slotOwner === null || slotIndex === null) return null
      const nodes = createNodeStore(connection)
      const [fields] = await nodes.leaves([{ tree: treeIds.quests, index: slotIndex }], await nodes.latest())
      return fields ? fundedPlaces(toQuestLeaf(fields)) : null
    },
    async anyOpened(slotIndices) {
      const rows = await connection
        .select({ index: rollupLeaves.index })
        .from(rollupLeaves)
        .where(and(eq(rollupLeaves.tree, treeIds.quests), sql`${rollupLeaves.index} = any(${sql.param([...slotIndices])}::bigint[])`))
        .limit(1)
      return rows.length > 0
    },
  }
}
