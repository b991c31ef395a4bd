import type { Definition } from '../definition.ts'
import type { QuestRow } from '../questStore.ts'
import type { FamilyStore } from './familyStore.ts'
import { periodAt, startOf } from './recurrence.ts'
import { type StoneState, type Streak, stonesOf, streakOf } from './streak.ts'

/** A member's streak as a page shows it, with its newest periods, oldest first. Times are ISO 8601. */
export type StreakView = Omit<Streak, 'repaired'> & { stones: { startsAt: string; state: StoneState; present: boolean }[] }

/** Two weeks of days. */
const shown = 14

type Asked = { quest: QuestRow; definition: Definition; accountId: string }

/** Null for a quest that does not recur. */
export async function readStreak(
  deps: { readFamilies: FamilyStore; now(): number },
  { quest, definition: { recurrence }, accountId }: Asked,
): Promise<StreakView | null> {
  if (!recurrence || quest.familyId === null) return null
  const [first, completed] = [
    await deps.readFamilies.first(quest.familyId),
    await deps.readFamilies.completedPeriods(quest.familyId, accountId),
  ]
  if (!first) return null
  const last = recurrence.periods - 1
  // After its last period a family has no present one: what is not completed by then is missed.
  const present = Math.min(periodAt(recurrence, first, deps.now()), recurrence.periods)
  const { repaired: _, ...streak } = streakOf(completed, present)
  const stones = stonesOf(completed, { present, last, count: shown })
  return {
    ...streak,
    atRisk: streak.atRisk && present <= last,
    stones: stones.map(({ period, ...stone }) => ({ ...stone, startsAt: new Date(startOf(recurrence, first, period)).toISOString() })),
  }
}
