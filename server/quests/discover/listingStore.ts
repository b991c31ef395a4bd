import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { questListings, quests, questVersions, spaces } from '#drizzle/schema/index.ts'
import type { Definition } from '../definition.ts'
import type { Listing } from './listing.ts'

export type Unlisted = { questId: string; definition: Definition; spaceName: string }

export type ListingStore = {
  /** Replaces what was there. */
  put(questId: string, listing: Listing): Promise<void>
  /** Published quests without a listing: those from before listings were kept. Prizes have none. */
  unlisted(limit: number): Promise<Unlisted[]>
  /** The quests of a space that have a listing. */
  ofSpace(spaceId: string): Promise<Unlisted[]>
}

export function createListingStore(connection: Connection): ListingStore {
  const read = () =>
    connection
      .select({ questId: quests.id, definition: questVersions.definition, spaceName: spaces.name })
      .from(quests)
      .innerJoin(spaces, eq(spaces.id, quests.spaceId))
      .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, quests.publishedVersion)))
      .leftJoin(questListings, eq(questListings.questId, quests.id))
  // Written by `addVersion` only, from a parsed definition.
  const finish = (rows: Awaited<ReturnType<ReturnType<typeof read>['execute']>>): Unlisted[] =>
    rows.map((row) => ({ ...row, definition: row.definition as Definition }))
  return {
    async put(questId, listing) {
      await connection
        .insert(questListings)
        .values({ questId, ...listing })
        .onConflictDoUpdate({ target: questListings.questId, set: listing })
    },
    unlisted: async (limit) =>
      finish(
        await read()
          .where(and(isNull(questListings.questId), isNull(quests.prizeOf)))
          .limit(limit),
      ),
    ofSpace: async (spaceId) => finish(await read().where(and(eq(quests.spaceId, spaceId), isNotNull(questListings.questId)))),
  }
}
