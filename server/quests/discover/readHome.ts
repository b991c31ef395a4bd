import type { CollectionWithQuests } from '../collections/collectionStore.ts'
import { type CollectionCard, toCollectionCard } from '../collections/collectionViews.ts'
import type { SeasonStore } from '../collections/seasonStore.ts'
import { type SeasonCard, toSeasonCard } from '../collections/seasonViews.ts'
import type { QuestCard } from '../questViews.ts'
import { withCards } from './cards.ts'
import type { Candidate, Reason } from './forYou.ts'
import { chooseHome } from './homeChoice.ts'
import { type DiscoverDeps, rankedQuests } from './listQuests.ts'
import { knownCollections, readTaste } from './readTaste.ts'

export type HomeDeps = DiscoverDeps & {
  seasons: SeasonStore
  /** CAIP-2 ids of chains that cannot be read now. */
  unreadable(): Promise<ReadonlySet<string>>
}

/** What the home page shows of quests. `completions`: verified ones of the last days. */
export type Home = {
  nearly: QuestCard[]
  featured: QuestCard[]
  forYou: { quest: QuestCard; reasons: Reason[] }[]
  trending: { quest: QuestCard; completions: number }[]
  paths: CollectionCard[]
  seasons: SeasonCard[]
}

const sizes = { paths: 4, seasons: 2 } as const

/** The home page for a member, or for a stranger. */
export async function readHome(deps: HomeDeps, { accountId }: { accountId: string | null }): Promise<Home> {
  const now = deps.now()
  const at = new Date(now)
  const [candidates, collections, seasons, unreadable] = await Promise.all([
    deps.list.candidates({ accountId, at, filter: { state: 'open' }, limit: rankedQuests }),
    deps.collections.list({ accountId, limit: knownCollections }),
    deps.seasons.list({ accountId, endsAfter: at, limit: sizes.seasons }),
    deps.unreadable(),
  ])
  const taste = await readTaste(deps, accountId, collections)
  const { nearly, featured, forYou, trending } = chooseHome({ candidates, taste, unreadable })
  const shown = new Map([...nearly, ...featured, ...forYou.map(({ quest }) => quest), ...trending].map((quest) => [quest.id, quest]))
  const cards = new Map((await withCards(deps, [...shown.values()], accountId)).map(({ item, card }) => [item.id, card]))
  // A quest that was taken down this very moment has no card.
  const cardOf = ({ id }: Candidate) => cards.get(id) ?? []
  const shownWith = <T>(quest: Candidate, more: T) => {
    const card = cards.get(quest.id)
    return card ? [{ quest: card, ...more }] : []
  }
  return {
    nearly: nearly.flatMap(cardOf),
    featured: featured.flatMap(cardOf),
    forYou: forYou.flatMap(({ quest, reasons }) => shownWith(quest, { reasons })),
    trending: trending.flatMap((quest) => shownWith(quest, { completions: quest.recent })),
    paths: shownPaths(collections).map(toCollectionCard),
    seasons: seasons.map((season) => toSeasonCard(season, now)),
  }
}

/** Paths and collections with quests: those that were begun and are not finished first, finished ones last. */
function shownPaths(collections: readonly CollectionWithQuests[]): CollectionWithQuests[] {
  const place = ({ quests }: CollectionWithQuests) => {
    const done = quests.filter((quest) => quest.done).length
    return done === quests.length ? 2 : done > 0 ? 0 : 1
  }
  return collections
    .filter(({ quests }) => quests.length > 0)
    .toSorted((a, b) => place(a) - place(b))
    .slice(0, sizes.paths)
}
