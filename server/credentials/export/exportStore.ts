import { and, asc, desc, eq } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { completions, credentials, quests, questVersions, rollupBatches, rollupTxs, rollupWallets, spaces } from '#drizzle/schema/index.ts'
import type { Text } from '#server/verify/verdict.ts'

/** A credential that is in a final batch, with what its export says and the evidence digests of its mint group. */
export type FinalCredential = {
  index: number
  account: number
  wallet: string
  space: string
  quest: { index: number; title: Text; summary: Text; points: number; category: string }
  serial: number
  /** Unix seconds. */
  issuedAt: number
  evidenceRoot: string
  evidencePosition: number
  /** Of all members of the group, in their order. */
  digests: string[]
}

export type ExportStore = {
  /** Newest final batch; null while there is none. */
  finalBatch(): Promise<number | null>
  /** Null while the leaf is in no final batch. */
  finalCredential(index: number): Promise<FinalCredential | null>
}

export function createExportStore(connection: Connection): ExportStore {
  return {
    async finalBatch() {
      const [row] = await connection
        .select({ number: rollupBatches.number })
        .from(rollupBatches)
        .where(eq(rollupBatches.status, 'final'))
        .orderBy(desc(rollupBatches.number))
        .limit(1)
      return row?.number ?? null
    },
    finalCredential: (index) => readFinal(connection, index),
  }
}

async function readFinal(connection: Connection, index: number): Promise<FinalCredential | null> {
  const [row] = await connection
    .select({
      credential: credentials,
      space: spaces.name,
      questIndex: quests.slotIndex,
      definition: questVersions.definition,
      payload: rollupTxs.payload,
      batch: rollupTxs.batch,
    })
    .from(credentials)
    .innerJoin(completions, eq(completions.id, credentials.completionId))
    .innerJoin(quests, eq(quests.id, credentials.questId))
    .innerJoin(spaces, eq(spaces.id, quests.spaceId))
    .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, completions.version)))
    .innerJoin(rollupTxs, eq(rollupTxs.id, credentials.txId))
    .innerJoin(rollupBatches, and(eq(rollupBatches.number, rollupTxs.batch), eq(rollupBatches.status, 'final')))
    .where(eq(credentials.slotIndex, index))
  if (!row || row.batch === null || row.questIndex === null) return null
  const { slotIndex, serial, issuedAt, evidenceRoot, evidencePosition } = row.credential
  if (slotIndex === null || serial === null || issuedAt === null || evidenceRoot === null || evidencePosition === null) return null
  // Both were written by the rooms that parsed them.
  const { wallet } = row.payload as { wallet: string }
  const { title, summary, points, category } = row.definition as { title: Text; summary: Text; points: number; category: string }
  const [opened] = await connection.select({ account: rollupWallets.account }).from(rollupWallets).where(eq(rollupWallets.wallet, wallet))
  if (!opened) return null
  const group = await connection
    .select({ digest: credentials.evidenceDigest })
    .from(credentials)
    .innerJoin(rollupTxs, eq(rollupTxs.id, credentials.txId))
    .where(and(eq(rollupTxs.batch, row.batch), eq(credentials.questId, row.credential.questId), eq(credentials.evidenceRoot, evidenceRoot)))
    .orderBy(asc(credentials.evidencePosition))
  return {
    index: slotIndex,
    account: opened.account,
    wallet,
    space: row.space,
    quest: { index: row.questIndex, title, summary, points, category },
    serial,
    issuedAt: issuedAt.getTime() / 1000,
    evidenceRoot,
    evidencePosition,
    digests: group.map(({ digest }) => digest),
  }
}
