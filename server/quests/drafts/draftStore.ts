import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import {
  accounts,
  auditEntries,
  questDraftAddresses,
  questDrafts,
  questReviews,
  quests,
  questVersions,
  rollupLeaves,
} from '#drizzle/schema/index.ts'
import { treeIds } from '#server/rollup/state/nodeStore.ts'
import type { AuditAction } from '#server/spaces/audit.ts'
import type { Definition } from '../definition.ts'
import type { QuestRow, VersionRow } from '../questStore.ts'
import { adoptQuests } from './adoptStore.ts'
import type { Document } from './document.ts'
import { personName } from './personNameStore.ts'
import type { Acknowledgement } from './readQuestDraft.ts'

export type DraftRow = Omit<typeof questDrafts.$inferSelect, 'document' | 'acknowledged'> & {
  document: Document
  acknowledged: Acknowledgement[]
}
export type NewDraft = Pick<DraftRow, 'spaceId' | 'slug' | 'document' | 'found' | 'editedBy' | 'editedAt' | 'createdAt'>
export type DraftChange = Partial<Omit<DraftRow, 'id' | 'spaceId' | 'slug' | 'createdAt'>>

export type ReviewAct = 'submitted' | 'approved' | 'sent-back' | 'launched'
export type ReviewRow = { act: ReviewAct; revision: number; by: string | null; words: string | null; at: Date }

export type SavedAddress = Omit<typeof questDraftAddresses.$inferSelect, 'draftId'>

export type DraftStore = {
  find(spaceId: string, slug: string): Promise<DraftRow | null>
  /** The same, held until the transaction ends: editors and reviewers go one by one. Quests that were made without the studio get their row here. */
  lock(spaceId: string, slug: string): Promise<DraftRow | null>
  /** Gives every quest of a space that was made without the studio its row. */
  adopt(spaceId: string): Promise<void>
  /** Null when the space has one of that slug. */
  add(row: NewDraft): Promise<DraftRow | null>
  update(id: string, change: DraftChange): Promise<void>
  /** The quest was published without the studio: a draft that nobody changed there is what members see now, another one is its next version. */
  published(questId: string): Promise<void>
  /** How many drafts a space has that were never launched, archived ones too. */
  countOpen(spaceId: string): Promise<number>
  addReview(row: { draftId: string; revision: number; accountId: string; act: ReviewAct; words: string | null; at: Date }): Promise<void>
  /** Newest first. */
  reviews(draftId: string, limit: number): Promise<ReviewRow[]>
  /** What an account goes by. */
  nameOf(accountId: string): Promise<string | null>
  addresses(draftId: string): Promise<SavedAddress[]>
  putAddress(row: { draftId: string; should: 'pass' | 'fail'; wallet: string }): Promise<void>
  removeAddress(draftId: string, should: 'pass' | 'fail'): Promise<void>
  noteRun(
    draftId: string,
    run: { should: 'pass' | 'fail'; wallet: string; result: SavedAddress['lastResult']; revision: number; at: Date },
  ): Promise<void>
  /** Versions of a quest, newest first. */
  versions(questId: string): Promise<VersionRow[]>
  /** Who launched which version of a quest in the studio, by the log of its space. */
  launchers(spaceId: string, slug: string): Promise<Map<number, string | null>>
  /** The quest and, of a recurring one, its later periods, held in the order of their ids. */
  lockFamily(questId: string): Promise<QuestRow[]>
  /** Which of these leaves the slot has. */
  opened(slotIndices: readonly number[]): Promise<Set<number>>
}

export function createDraftStore(connection: Connection): DraftStore {
  const bySlug = (spaceId: string, slug: string) =>
    connection
      .select()
      .from(questDrafts)
      .where(and(eq(questDrafts.spaceId, spaceId), eq(questDrafts.slug, slug)))
  return {
    async find(spaceId, slug) {
      return toRow((await bySlug(spaceId, slug))[0])
    },
    async lock(spaceId, slug) {
      const [row] = await bySlug(spaceId, slug).for('update')
      if (row) return toRow(row)
      await adoptQuests(connection, spaceId)
      return toRow((await bySlug(spaceId, slug).for('update'))[0])
    },
    adopt: (spaceId) => adoptQuests(connection, spaceId),
    async add(row) {
      const target = [questDrafts.spaceId, questDrafts.slug]
      return toRow(
        (
          await connection
            .insert(questDrafts)
            .values({ ...row, acknowledged: [] })
            .onConflictDoNothing({ target })
            .returning()
        )[0],
      )
    },
    async update(id, change) {
      await connection.update(questDrafts).set(change).where(eq(questDrafts.id, id))
    },
    async published(questId) {
      const untouched = and(eq(questDrafts.questId, questId), eq(questDrafts.revision, 1))
      await connection.update(questDrafts).set({ stage: 'published', submittedBy: null }).where(untouched)
    },
    async countOpen(spaceId) {
      const [row] = await connection
        .select({ count: sql<number>`count(*)`.mapWith(Number) })
        .from(questDrafts)
        .where(and(eq(questDrafts.spaceId, spaceId), sql`${questDrafts.questId} is null`))
      return row?.count ?? 0
    },
    async addReview(row) {
      await connection.insert(questReviews).values(row)
    },
    reviews: (draftId, limit) =>
      connection
        .select({
          act: questReviews.act,
          revision: questReviews.revision,
          by: personName,
          words: questReviews.words,
          at: questReviews.at,
        })
        .from(questReviews)
        .innerJoin(accounts, eq(accounts.id, questReviews.accountId))
        .where(eq(questReviews.draftId, draftId))
        .orderBy(desc(questReviews.id))
        .limit(limit),
    async nameOf(accountId) {
      const [row] = await connection.select({ name: personName }).from(accounts).where(eq(accounts.id, accountId))
      return row?.name ?? null
    },
    ...addressesOn(connection),
    ...questsOn(connection),
  }
}

// Written by this store only, from documents that `applyChanges` made.
const toRow = (row: typeof questDrafts.$inferSelect | undefined): DraftRow | null =>
  row ? { ...row, document: row.document as Document } : null

function addressesOn(connection: Connection): Pick<DraftStore, 'addresses' | 'putAddress' | 'removeAddress' | 'noteRun'> {
  const one = (draftId: string, should: 'pass' | 'fail') =>
    and(eq(questDraftAddresses.draftId, draftId), eq(questDraftAddresses.should, should))
  return {
    async addresses(draftId) {
      const rows = await connection
        .select()
        .from(questDraftAddresses)
        .where(eq(questDraftAddresses.draftId, draftId))
        .orderBy(desc(questDraftAddresses.should))
      return rows.map(({ draftId: _, ...row }) => row)
    },
    async putAddress(row) {
      const fresh = { wallet: row.wallet, lastResult: null, lastRevision: null, lastAt: null }
      await connection
        .insert(questDraftAddresses)
        .values(row)
        .onConflictDoUpdate({ target: [questDraftAddresses.draftId, questDraftAddresses.should], set: fresh })
    },
    async removeAddress(draftId, should) {
      await connection.delete(questDraftAddresses).where(one(draftId, should))
    },
    async noteRun(draftId, { should, wallet, result, revision, at }) {
      await connection
        .update(questDraftAddresses)
        .set({ lastResult: result, lastRevision: revision, lastAt: at })
        // Not of another wallet that was put in its place meanwhile.
        .where(and(one(draftId, should), eq(questDraftAddresses.wallet, wallet)))
    },
  }
}

const launchings: AuditAction[] = ['quest.launched', 'quest.launched-anyway', 'quest.version-launched']

const questsOn = (connection: Connection): Pick<DraftStore, 'versions' | 'launchers' | 'lockFamily' | 'opened'> => ({
  async versions(questId) {
    const rows = await connection
      .select()
      .from(questVersions)
      .where(eq(questVersions.questId, questId))
      .orderBy(desc(questVersions.version))
    // Written by `addVersion` only, from a parsed definition.
    return rows.map((row) => ({ ...row, definition: row.definition as Definition }))
  },
  async launchers(spaceId, slug) {
    const rows = await connection
      .select({ version: sql<number>`(${auditEntries.after} ->> 'version')::integer`, by: personName })
      .from(auditEntries)
      .innerJoin(accounts, eq(accounts.id, auditEntries.accountId))
      .where(and(eq(auditEntries.spaceId, spaceId), eq(auditEntries.subject, slug), inArray(auditEntries.action, launchings)))
    return new Map(rows.map(({ version, by }) => [version, by]))
  },
  lockFamily: (questId) =>
    connection
      .select()
      .from(quests)
      .where(sql`${quests.id} = ${questId} or ${quests.familyId} = ${questId}`)
      .orderBy(asc(quests.id))
      .for('update'),
  async opened(slotIndices) {
    if (slotIndices.length === 0) return new Set()
    const rows = await connection
      .select({ index: rollupLeaves.index })
      .from(rollupLeaves)
      .where(and(eq(rollupLeaves.tree, treeIds.quests), inArray(rollupLeaves.index, [...slotIndices])))
    return new Set(rows.map(({ index }) => index))
  },
})
