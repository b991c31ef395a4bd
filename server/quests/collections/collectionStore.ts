import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { collectionQuests, collections, participations, questListings, quests, spaces } from '#drizzle/schema/index.ts'
import { listed, listedSpace } from '../listedStore.ts'

export type CollectionRow = typeof collections.$inferSelect & { space: { slug: string; name: string } }

/** A quest of a collection and where the viewer stands on it. */
export type Member = {
  id: string
  slug: string
  category: (typeof questListings.$inferSelect)['category']
  minutes: number
  points: number
  done: boolean
}

export type CollectionWithQuests = CollectionRow & { quests: Member[] }

export type CollectionChoice = { accountId: string | null; slug?: string; spaceId?: string; limit: number }

export type CollectionStore = {
  /** False when the slug is taken. `questIds` in their order. */
  add(row: typeof collections.$inferInsert, questIds: readonly string[]): Promise<boolean>
  /** Paths before collections, oldest first, each with its listed quests in their order; none of a space that is held or delisted. */
  list(choice: CollectionChoice): Promise<CollectionWithQuests[]>
}

export const createCollectionStore = (connection: Connection): CollectionStore => ({
  async add(row, questIds) {
    const [added] = await connection.insert(collections).values(row).onConflictDoNothing({ target: collections.slug }).returning()
    if (!added) return false
    await connection.insert(collectionQuests).values(questIds.map((questId, position) => ({ collectionId: added.id, questId, position })))
    return true
  },
  async list({ accountId, slug, spaceId, limit }) {
    const which: SQL[] = [listedSpace]
    if (slug !== undefined) which.push(eq(collections.slug, slug))
    if (spaceId !== undefined) which.push(eq(collections.spaceId, spaceId))
    const rows = await connection
      .select({ collection: collections, space: { slug: spaces.slug, name: spaces.name } })
      .from(collections)
      .innerJoin(spaces, eq(spaces.id, collections.spaceId))
      .where(and(...which))
      .orderBy(desc(collections.kind), asc(collections.createdAt), asc(collections.id))
      .limit(limit)
    const members = await readMembers(
      connection,
      accountId,
      rows.map(({ collection }) => collection.id),
    )
    return rows.map(({ collection, space }) => ({ ...collection, space, quests: members.get(collection.id) ?? [] }))
  },
})

async function readMembers(connection: Connection, accountId: string | null, ids: string[]): Promise<Map<string, Member[]>> {
  if (ids.length === 0) return new Map()
  const rows = await connection
    .select({
      collectionId: collectionQuests.collectionId,
      id: quests.id,
      slug: quests.slug,
      category: questListings.category,
      minutes: questListings.minutes,
      points: questListings.points,
      // A recurring quest is done when any period of it is.
      done: sql<boolean>`exists (
        select 1 from ${participations} p join ${quests} f on f.id = p.quest_id
        where p.account_id = ${accountId} and p.completed_at is not null and coalesce(f.family_id, f.id) = ${quests.id})`,
    })
    .from(collectionQuests)
    .innerJoin(quests, eq(quests.id, collectionQuests.questId))
    .innerJoin(questListings, eq(questListings.questId, quests.id))
    .where(and(inArray(collectionQuests.collectionId, ids), listed))
    .orderBy(asc(collectionQuests.position))
  const byCollection = Map.groupBy(rows, ({ collectionId }) => collectionId)
  return new Map([...byCollection].map(([id, of]) => [id, of.map(({ collectionId: _, ...member }) => member)]))
}
