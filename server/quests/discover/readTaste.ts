import type { CollectionStore, CollectionWithQuests } from '../collections/collectionStore.ts'
import { nextInPaths } from '../collections/collectionViews.ts'
import { strangerTaste, type Taste } from './forYou.ts'
import type { TasteStore } from './tasteStore.ts'

/** Collections that are looked at for what comes next. */
export const knownCollections = 50

type TasteDeps = { tastes: TasteStore; collections: CollectionStore }

/** What is known of a member, to rank by; of a stranger, nothing. `known`: the collections, where the caller has read them for this member. */
export async function readTaste(deps: TasteDeps, accountId: string | null, known?: CollectionWithQuests[]): Promise<Taste> {
  if (accountId === null) return strangerTaste
  const [facts, collections] = await Promise.all([
    deps.tastes.read(accountId),
    known ?? deps.collections.list({ accountId, limit: knownCollections }),
  ])
  return { ...facts, next: nextInPaths(collections) }
}
