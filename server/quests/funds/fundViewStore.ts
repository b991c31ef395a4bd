import { aliasedTable, and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { accounts, credentials, questDraws, quests, questVersions, rollupBatches, rollupTxs, rollupWallets } from '#drizzle/schema/index.ts'
import { createNodeStore, treeIds } from '#server/rollup/state/nodeStore.ts'
import type { Definition } from '../definition.ts'
import type { QuestRow } from '../questStore.ts'

export type PaidQuest = {
  quest: QuestRow
  definition: Definition
  prizeOf: string | null
  opening: TxState | null
  minting: number
  drawing: boolean
}
export type TxState = { status: string; refusal: string | null }
export type FundTx = {
  hash: string
  words: readonly bigint[]
  status: string
  refusal: string | null
  batch: number | null
  at: Date
  finalAt: Date | null
}

/** Quests that money goes into, and what was signed for them, as rows. Nothing here writes. */
export type FundViewStore = ReturnType<typeof createFundViewStore>

const waiting = ['accepted', 'awaiting-issuer'] as const
const mostQuests = 200

export function createFundViewStore(connection: Connection) {
  const parent = aliasedTable(quests, 'parent')
  const minting = sql<number>`(select count(*)::int from ${credentials} c join ${rollupTxs} t on t.id = c.tx_id
    where c.quest_id = ${quests.id} and t.status in (${sql.join(
      waiting.map((one) => sql`${one}`),
      sql`, `,
    )}))`
  // Of a quest that pays a prize: winners are still to be drawn, or to get it.
  const drawing = sql<boolean>`exists (select from ${questDraws} d where d.quest_id = ${quests.prizeOf} and d.paid_at is null)`
  const read = (where: ReturnType<typeof and>, limit: number) =>
    connection
      .select({
        quest: quests,
        definition: questVersions.definition,
        prizeOf: parent.slug,
        opening: { status: rollupTxs.status, refusal: rollupTxs.refusal },
        minting,
        drawing,
      })
      .from(quests)
      .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, quests.publishedVersion)))
      .leftJoin(parent, eq(parent.id, quests.prizeOf))
      .leftJoin(rollupTxs, eq(rollupTxs.key, quests.openingTx))
      .where(where)
      .orderBy(desc(quests.createdAt), asc(quests.prizeTier))
      .limit(limit)
  return {
    /** Those of a space that pay anything, newest first. */
    async paidQuests(spaceId: string): Promise<PaidQuest[]> {
      const pays = or(sql`${quests.rewardPerMint} > 0`, sql`${quests.feePerMint} > 0`, sql`${quests.slotOwner} is not null`)
      return (await read(and(eq(quests.spaceId, spaceId), pays), mostQuests)).map(toPaid)
    },
    /** Of a space by their leaves. */
    async byLeaf(spaceId: string, leaves: readonly number[]): Promise<PaidQuest[]> {
      if (leaves.length === 0) return []
      return (await read(and(eq(quests.spaceId, spaceId), inArray(quests.slotIndex, [...leaves])), leaves.length)).map(toPaid)
    },
    /** Leaves of quests as the newest batch left them, in the order asked; undefined while one is not there. */
    async leaves(indices: readonly number[]) {
      const nodes = createNodeStore(connection)
      return nodes.leaves(
        indices.map((index) => ({ tree: treeIds.quests, index })),
        await nodes.latest(),
      )
    },
    /** What an account signed for quests, newest first. */
    async txs(account: number, limit: number): Promise<FundTx[]> {
      const rows = await connection
        .select({ tx: rollupTxs, finalAt: rollupBatches.finalAt })
        .from(rollupTxs)
        .leftJoin(rollupBatches, eq(rollupBatches.number, rollupTxs.batch))
        .where(and(eq(rollupTxs.account, account), inArray(rollupTxs.entry, ['ledgerOpenQuest', 'fundQuest', 'closeQuest'])))
        .orderBy(desc(rollupTxs.createdAt))
        .limit(limit)
      return rows.map(({ tx, finalAt }) => ({
        ...{ hash: tx.key, words: tx.words ?? [], status: tx.status, refusal: tx.refusal, batch: tx.batch, at: tx.createdAt, finalAt },
      }))
    },
    /** Who holds a slot account: a handle where there is one. */
    async holder(accountId: string, slotAccount: number) {
      const [row] = await connection
        .select({ handle: accounts.handle, wallet: rollupWallets.wallet })
        .from(rollupWallets)
        .innerJoin(accounts, eq(accounts.id, accountId))
        .where(eq(rollupWallets.account, slotAccount))
      return row ?? { handle: null, wallet: '' }
    },
  }
}

// Written by `addVersion` only, from a parsed definition.
const toPaid = (row: Omit<PaidQuest, 'definition'> & { definition: unknown }): PaidQuest => ({
  ...row,
  definition: row.definition as Definition,
})
