import { type Days, dayMs, dayOf } from '../days.ts'
import type { SpaceDay, SpaceQuest, SpaceStore } from './spaceStore.ts'

/** Today and the six days before it, at all of a space's quests. `final`: CUBEs of these days' completions that are final by now. */
export type SpaceWeek = Days & { total: Omit<SpaceDay, 'day'> & { final: number }; days: SpaceDay[] }

type Deps = { space: SpaceStore; now(): number }

const weekOf = (now: number): Days => ({ from: dayOf(now - 6 * dayMs), to: dayOf(now) })

export async function readSpaceWeek({ space, now }: Deps, { spaceId }: { spaceId: string }): Promise<SpaceWeek> {
  const week = weekOf(now())
  const [days, final] = await Promise.all([space.days({ ...week, spaceId }), space.final({ ...week, spaceId })])
  const sum = (of: 'views' | 'started' | 'completed') => days.reduce((total, day) => total + day[of], 0)
  return { ...week, total: { views: sum('views'), started: sum('started'), completed: sum('completed'), final }, days }
}

/** Quests that are looked at together; a search finds the others. */
export const mostQuests = 50

/** Quests with their week, the busiest first. */
export async function readSpaceQuests(
  { space, now }: Deps,
  { spaceId, search }: { spaceId: string; search: string },
): Promise<Days & { quests: SpaceQuest[]; more: boolean }> {
  const week = weekOf(now())
  const found = await space.quests({ ...week, spaceId, search: search.trim(), limit: mostQuests + 1 })
  return { ...week, quests: found.slice(0, mostQuests), more: found.length > mostQuests }
}
