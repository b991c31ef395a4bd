import { type StopView, toStopView } from '../listedStore.ts'
import { type Quality, qualityOf } from './quality.ts'
import type { SpaceChoice, SpaceStore } from './spaceStore.ts'

/** A space with its mark, for those who look after the site. `id` is for the next page. `owner`: what that one goes by. */
export type MarkedSpace = {
  id: string
  slug: string
  name: string
  owner: string | null
  createdAt: Date
  quests: number
  completions: number
  members: number
  quality: Quality
  stop: StopView | null
}

/** A page of spaces, newest first. */
export async function listSpaces(deps: { spaces: SpaceStore; now(): number }, choice: SpaceChoice): Promise<MarkedSpace[]> {
  const rows = await deps.spaces.list(choice)
  return Promise.all(
    rows.map(async ({ id, slug, name, owner, createdAt }) => {
      const [numbers, stop] = await Promise.all([deps.spaces.numbers(id), deps.spaces.stop(id)])
      return {
        ...{ id, slug, name, owner, createdAt },
        ...{ quests: numbers.quests, completions: numbers.completions, members: numbers.members },
        quality: qualityOf({ createdAt, ...numbers }, deps.now()),
        stop: toStopView(stop),
      }
    }),
  )
}
