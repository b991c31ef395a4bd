/** Periods in a row that earn one repair, and repairs that are kept at most. */
export const streakRule = { earnedBy: 7, kept: 2 } as const

export type Streak = {
  /** Completed periods of the streak that runs. */
  current: number
  longest: number
  repairsLeft: number
  /** Missed periods that a repair stood in for, in order. */
  repaired: number[]
  /** The present period is not completed, and no repair is kept: the streak ends with it. */
  atRisk: boolean
}

/**
 * A streak, from completions alone: whoever knows them gets the same. Each seven completed periods of a streak earn a repair, of which two are kept; a
 * missed period takes one by itself and neither ends the streak nor adds to it; where none is kept, the streak starts anew. The present period is not
 * missed yet. `completed`: periods in any order; those after `present` do not count. Both from 0.
 */
export function streakOf(completed: readonly number[], present: number): Streak {
  const done = new Set(completed)
  const streak: Streak = { current: 0, longest: 0, repairsLeft: 0, repaired: [], atRisk: false }
  for (let period = 0; period <= present; period++) {
    if (done.has(period)) {
      streak.current++
      streak.longest = Math.max(streak.longest, streak.current)
      if (streak.current % streakRule.earnedBy === 0) streak.repairsLeft = Math.min(streakRule.kept, streak.repairsLeft + 1)
    } else if (period < present && streak.current > 0) {
      if (streak.repairsLeft === 0) streak.current = 0
      else {
        streak.repairsLeft--
        streak.repaired.push(period)
      }
    }
  }
  streak.atRisk = streak.current > 0 && streak.repairsLeft === 0 && !done.has(present)
  return streak
}

/** How a period went: `open`: it is the present one; `before`: the member had not begun. */
export type StoneState = 'done' | 'repaired' | 'missed' | 'open' | 'before'
export type Stone = { period: number; state: StoneState; present: boolean }

/** The last `count` periods up to the present one, oldest first. `last`: number of the family's last period. */
export function stonesOf(completed: readonly number[], at: { present: number; last: number; count: number }): Stone[] {
  const done = new Set(completed)
  const repaired = new Set(streakOf(completed, at.present).repaired)
  const begun = Math.min(...done, at.present)
  const end = Math.min(at.present, at.last)
  const from = Math.max(0, end - at.count + 1)
  return Array.from({ length: Math.max(0, end - from + 1) }, (_, i) => {
    const period = from + i
    const present = period === at.present
    return { period, present, state: stateOf() }
    function stateOf(): StoneState {
      if (done.has(period)) return 'done'
      if (present) return 'open'
      if (repaired.has(period)) return 'repaired'
      return period < begun ? 'before' : 'missed'
    }
  })
}
