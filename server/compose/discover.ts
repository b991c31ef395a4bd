import type { Chain } from '#chains/chain.ts'
import type { Connection } from '#drizzle/client.ts'
import { readChainHealth } from '#server/quests/chainHealth.ts'
import { createChainHealthStore } from '#server/quests/chainHealthStore.ts'
import { createCollectionStore } from '#server/quests/collections/collectionStore.ts'
import { readCollection, readSeason } from '#server/quests/collections/readCollections.ts'
import { createSeasonStore } from '#server/quests/collections/seasonStore.ts'
import { listQuests } from '#server/quests/discover/listQuests.ts'
import { createQuestListStore } from '#server/quests/discover/questListStore.ts'
import { readFacets } from '#server/quests/discover/readFacets.ts'
import { readHome } from '#server/quests/discover/readHome.ts'
import { createTasteStore } from '#server/quests/discover/tasteStore.ts'
import { createQuestViewStore } from '#server/quests/questViewStore.ts'
import { readSpace } from '#server/quests/spaces/readSpace.ts'
import { createSpaceStore } from '#server/quests/spaces/spaceStore.ts'
import { createProfileStore } from '#server/spaces/profileStore.ts'
import { remembered } from './remembered.ts'

/** So long the home page of strangers may be old. */
const strangersHomeMs = 2000

type Parts = { db: Connection; chains: readonly Chain[]; now(): number }

/** How quests are found: lists, the home page, spaces, collections and seasons. */
export function composeDiscover({ db, chains, now }: Parts) {
  const health = createChainHealthStore(db)
  const deps = {
    views: createQuestViewStore(db),
    list: createQuestListStore(db),
    tastes: createTasteStore(db),
    collections: createCollectionStore(db),
    seasons: createSeasonStore(db),
    spaces: createSpaceStore(db),
    profiles: createProfileStore(db),
    now,
    async unreadable() {
      const known = await readChainHealth({ chains, health, now })
      return new Set(known.filter(({ status }) => status === 'down').map(({ chain }) => chain))
    },
  }
  // The same for all strangers, and the page that most of them open first.
  const strangersHome = remembered(() => readHome(deps, { accountId: null }), { ms: strangersHomeMs, now })
  return {
    list: (input: Parameters<typeof listQuests>[1]) => listQuests(deps, input),
    facets: (input: Parameters<typeof readFacets>[1]) => readFacets(deps, input),
    home: (input: Parameters<typeof readHome>[1]) => (input.accountId === null ? strangersHome() : readHome(deps, input)),
    collection: (input: Parameters<typeof readCollection>[1]) => readCollection(deps, input),
    season: (input: Parameters<typeof readSeason>[1]) => readSeason(deps, input),
    space: (input: Parameters<typeof readSpace>[1]) => readSpace(deps, input),
  }
}
