import { and, desc, eq } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { rollupLeaves } from '#drizzle/schema/index.ts'
import { treeIds } from '#server/rollup/state/nodeStore.ts'

/** What the slot takes for each mint of a quest, in wei, as the quest's leaf says; null while there is no leaf. */
export async function feePerMintOf(connection: Connection, questIndex: number): Promise<bigint | null> {
  const [leaf] = await connection
    .select({ fields: rollupLeaves.fields })
    .from(rollupLeaves)
    .where(and(eq(rollupLeaves.tree, treeIds.quests), eq(rollupLeaves.index, questIndex)))
    .orderBy(desc(rollupLeaves.batch))
    .limit(1)
  return leaf?.fields.feePerMint === undefined ? null : BigInt(leaf.fields.feePerMint)
}
