import { CairnError } from '#server/shared/errors.ts'
import type { Profile, ProfileStore } from '#server/spaces/profileStore.ts'
import type { CollectionStore } from '../collections/collectionStore.ts'
import { type CollectionCard, toCollectionCard } from '../collections/collectionViews.ts'
import type { SeasonStore } from '../collections/seasonStore.ts'
import { type SeasonCard, toSeasonCard } from '../collections/seasonViews.ts'
import { type StopView, toStopView } from '../listedStore.ts'
import { type Quality, qualityOf } from './quality.ts'
import type { SpaceStore } from './spaceStore.ts'

export type SpaceDeps = {
  spaces: SpaceStore
  profiles: Pick<ProfileStore, 'read'>
  collections: CollectionStore
  seasons: SeasonStore
  now(): number
}

/**
 * A space as its page shows it; its quests are a list narrowed to it. `owner`: a handle. `domain`: that it has proven to be its own. `stop`: why it is in no list.
 */
export type SpacePage = Profile & {
  slug: string
  name: string
  owner: string | null
  createdAt: string
  quests: number
  completions: number
  members: number
  quality: Quality
  domain: string | null
  stop: StopView | null
  collections: CollectionCard[]
  seasons: SeasonCard[]
}

const shownAtMost = 12

/** A space with its mark. Throws `not-found`. */
export async function readSpace(deps: SpaceDeps, { slug, accountId }: { slug: string; accountId: string | null }): Promise<SpacePage> {
  const space = await deps.spaces.find(slug)
  if (!space) throw new CairnError('not-found', 'There is no such space.', { meta: { field: 'slug', found: slug.slice(0, 80) } })
  const now = deps.now()
  const [numbers, stop, profile, collections, seasons] = await Promise.all([
    deps.spaces.numbers(space.id),
    deps.spaces.stop(space.id),
    deps.profiles.read(space.id),
    deps.collections.list({ accountId, spaceId: space.id, limit: shownAtMost }),
    deps.seasons.list({ accountId, spaceId: space.id, endsAfter: new Date(now), limit: shownAtMost }),
  ])
  return {
    slug: space.slug,
    name: space.name,
    names: profile?.names ?? { en: space.name, ja: null },
    about: profile?.about ?? null,
    website: profile?.website ?? null,
    links: profile?.links ?? [],
    owner: space.owner,
    createdAt: space.createdAt.toISOString(),
    quests: numbers.quests,
    completions: numbers.completions,
    members: numbers.members,
    domain: numbers.domain,
    stop: toStopView(stop),
    quality: qualityOf({ createdAt: space.createdAt, ...numbers }, now),
    collections: collections.filter(({ quests }) => quests.length > 0).map(toCollectionCard),
    seasons: seasons.map((season) => toSeasonCard(season, now)),
  }
}
