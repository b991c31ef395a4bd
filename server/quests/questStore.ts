import { and, asc, eq, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { questPreparations, quests, questVersions, rollupTxs, spaces } from '#drizzle/schema/index.ts'
import type { Definition } from './definition.ts'
import { type ListingStop, stopOfQuest } from './listedStore.ts'

export type QuestRow = typeof quests.$inferSelect
export type SpaceRow = typeof spaces.$inferSelect
export type VersionRow = { questId: string; version: number; definition: Definition; rulesHash: string; createdAt: Date }

export type NewQuest = Pick<QuestRow, 'spaceId' | 'slug' | 'supply' | 'opensAt' | 'closesAt'> &
  Partial<Pick<QuestRow, 'id' | 'rewardPerMint' | 'feePerMint' | 'familyId' | 'period' | 'prizeOf' | 'prizeTier'>>

export type QuestChange = Partial<
  Pick<
    QuestRow,
    | 'status'
    | 'publishedVersion'
    | 'rulesVersion'
    | 'slotIndex'
    | 'slotOwner'
    | 'openingTx'
    | 'completed'
    | 'supply'
    | 'rewardPerMint'
    | 'feePerMint'
    | 'opensAt'
    | 'closesAt'
    | 'familyId'
    | 'period'
  >
>

export type QuestStore = {
  findBySlug(slug: string): Promise<QuestRow | null>
  findById(id: string): Promise<QuestRow | null>
  /** The same, holding the row until the transaction ends: whoever takes a place or changes the status goes one by one. */
  lock(id: string): Promise<QuestRow | null>
  /** The quests that pay the prizes of this one, best tier first. */
  prizesOf(id: string): Promise<QuestRow[]>
  findVersion(questId: string, version: number): Promise<VersionRow | null>
  /** Why the quest is in no list; null when it is. */
  stopOn(quest: QuestRow): Promise<ListingStop | null>
  findSpaceById(id: string): Promise<SpaceRow | null>
  /** Null when the slug is taken. */
  create(row: NewQuest): Promise<QuestRow | null>
  /** When the space's quests since then were created, oldest first; later periods of recurring ones are nobody's doing. */
  createdSince(spaceId: string, since: Date): Promise<Date[]>
  addVersion(row: Omit<VersionRow, 'createdAt'>): Promise<void>
  /** Chooses the quest's leaf in the slot: one publisher at a time. */
  nextSlotIndex(): Promise<number>
  update(id: string, change: QuestChange): Promise<void>
  /** Turns quests of the platform's opening from `publishing` to `live` by their leaf; answers those that changed. Paused ones stay so. */
  openBySlotIndex(indices: number[]): Promise<QuestRow[]>
  /** The same for those that a project opened, by the rows of the txs that it signed: a leaf that anybody else opened there is not theirs. */
  openByTx(ids: string[]): Promise<QuestRow[]>
}

export function createQuestStore(connection: Connection): QuestStore {
  return {
    async findBySlug(slug) {
      const [row] = await connection.select().from(quests).where(eq(quests.slug, slug))
      return row ?? null
    },
    async findById(id) {
      const [row] = await connection.select().from(quests).where(eq(quests.id, id))
      return row ?? null
    },
    async lock(id) {
      const [row] = await connection.select().from(quests).where(eq(quests.id, id)).for('update')
      return row ?? null
    },
    prizesOf: (id) => connection.select().from(quests).where(eq(quests.prizeOf, id)).orderBy(asc(quests.prizeTier)),
    async findVersion(questId, version) {
      const [row] = await connection
        .select()
        .from(questVersions)
        .where(and(eq(questVersions.questId, questId), eq(questVersions.version, version)))
      // Written by `addVersion` only, from a parsed definition.
      return row ? { ...row, definition: row.definition as Definition } : null
    },
    stopOn: (quest) => stopOfQuest(connection, quest),
    async findSpaceById(id) {
      const [row] = await connection.select().from(spaces).where(eq(spaces.id, id))
      return row ?? null
    },
    async create(row) {
      const [created] = await connection.insert(quests).values(row).onConflictDoNothing({ target: quests.slug }).returning()
      return created ?? null
    },
    async createdSince(spaceId, since) {
      const rows = await connection
        .select({ createdAt: quests.createdAt })
        .from(quests)
        .where(and(eq(quests.spaceId, spaceId), gt(quests.createdAt, since), or(isNull(quests.period), eq(quests.period, 0))))
        .orderBy(asc(quests.createdAt))
      return rows.map(({ createdAt }) => createdAt)
    },
    async addVersion(row) {
      await connection.insert(questVersions).values(row)
    },
    async nextSlotIndex() {
      await connection.execute(sql`select pg_advisory_xact_lock(hashtext('cairn.quests.slot-index'))`)
      // What somebody is about to sign for is as good as taken.
      const [row] = await connection
        .select({
          next: sql<number>`greatest(coalesce(max(${quests.slotIndex}) + 1, 0),
            (select coalesce(max(i) + 1, 0) from ${questPreparations}, unnest(${questPreparations.slotIndices}) as i))`.mapWith(Number),
        })
        .from(quests)
      return row?.next ?? 0
    },
    async update(id, change) {
      await connection.update(quests).set(change).where(eq(quests.id, id))
    },
    openBySlotIndex: async (indices) =>
      indices.length === 0 ? [] : setLive(connection, and(inArray(quests.slotIndex, indices), isNull(quests.slotOwner))),
    openByTx: async (ids) =>
      ids.length === 0
        ? []
        : setLive(
            connection,
            inArray(quests.openingTx, connection.select({ key: rollupTxs.key }).from(rollupTxs).where(inArray(rollupTxs.id, ids))),
          ),
  }
}

async function setLive(connection: Connection, named: SQL | undefined): Promise<QuestRow[]> {
  // Whoever pauses or resumes one of them at this moment goes first or after, never in between: a leaf that is there is either seen or waited for.
  await connection.select({ id: quests.id }).from(quests).where(named).orderBy(asc(quests.id)).for('update')
  return connection
    .update(quests)
    .set({ status: 'live' })
    .where(and(named, eq(quests.status, 'publishing')))
    .returning()
}
