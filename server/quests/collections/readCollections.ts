import { CairnError } from '#server/shared/errors.ts'
import { type CardDeps, withCards } from '../discover/cards.ts'
import type { CollectionStore } from './collectionStore.ts'
import { type CollectionPage, nextOf, toCollectionCard } from './collectionViews.ts'
import type { SeasonStore } from './seasonStore.ts'
import { type SeasonPage, toSeasonCard } from './seasonViews.ts'

export type CollectionDeps = CardDeps & { collections: CollectionStore; seasons: SeasonStore; now(): number }

type Asked = { slug: string; accountId: string | null }

/** A collection or path with its quests. Throws `not-found`. */
export async function readCollection(deps: CollectionDeps, { slug, accountId }: Asked): Promise<CollectionPage> {
  const [found] = await deps.collections.list({ accountId, slug, limit: 1 })
  if (!found) throw notFound('collection', slug)
  const quests = await withCards(deps, found.quests, accountId)
  return {
    ...toCollectionCard(found),
    quests: quests.map(({ card }) => card),
    next: found.kind === 'path' ? (nextOf(found.quests)?.slug ?? null) : null,
  }
}

/** A season with its quests and what has counted so far. Throws `not-found`. */
export async function readSeason(deps: CollectionDeps, { slug, accountId }: Asked): Promise<SeasonPage> {
  const [found] = await deps.seasons.list({ accountId, slug, limit: 1 })
  if (!found) throw notFound('season', slug)
  const [quests, totals] = await Promise.all([withCards(deps, found.quests, accountId), deps.seasons.totals(found)])
  return {
    ...toSeasonCard(found, deps.now()),
    ...totals,
    quests: quests.map(({ item, card }) => ({ quest: card, countedAt: item.countedAt?.toISOString() ?? null })),
  }
}

const notFound = (what: string, slug: string) =>
  new CairnError('not-found', `There is no such ${what}.`, { meta: { field: 'slug', found: slug.slice(0, 80) } })
