import type { QuestDeps } from '../questWork.ts'
import { listingOf } from './listing.ts'
import type { ListingStore } from './listingStore.ts'

const chunk = 100

/** Lists the quests that were published before listings were kept. Safe to repeat; answers how many there were. */
export async function listPublished(deps: QuestDeps): Promise<number> {
  for (let done = 0; ; ) {
    const listed = await deps.transact(async ({ listings }) => {
      const rows = await listings.unlisted(chunk)
      for (const { questId, definition, spaceName } of rows) await listings.put(questId, listingOf(definition, spaceName))
      return rows.length
    })
    done += listed
    if (listed < chunk) return done
  }
}

/** Lists the quests of a space anew, which are found by its name, too. */
export async function relistSpace(listings: ListingStore, spaceId: string, spaceName: string): Promise<void> {
  for (const { questId, definition } of await listings.ofSpace(spaceId)) await listings.put(questId, listingOf(definition, spaceName))
}
