import { and, eq, isNull } from 'drizzle-orm'
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
}

export function createListingStore(connection: Connection): ListingStore {
  return {
    async put(questId, listing) {
      await connection
        .insert(questListings)
        .values({ questId, ...listing })
        .onConflictDoUpdate({ target: questListings.questId, set: listing })
    },
    async unlisted(limit) {
      const rows = await connection
        .select({ questId: quests.id, definition: questVersions.definition, spaceName: spaces.name })
        .from(quests)
        .innerJoin(spaces, eq(spaces.id, quests.spaceId))
        .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, quests.publishedVersion)))
        .leftJoin(questListings, eq(questListings.questId, quests.id))
        .where(and(isNull(questListings.questId), isNull(quests.prizeOf)))
        .limit(limit)
      // Written by `addVersion` only, from a parsed definition.
      return rows.map((row) => ({ ...row, definition: row.definition as Definition }))
    },
  }
}
