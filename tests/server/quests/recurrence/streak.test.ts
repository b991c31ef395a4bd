import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stonesOf, streakOf, streakRule } from '#server/quests/recurrence/streak.ts'

const days = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
const present = fc.integer({ min: 0, max: 120 })
const world = present.chain((now) =>
  fc.record({ now: fc.constant(now), completed: fc.uniqueArray(fc.integer({ min: 0, max: now }), { maxLength: now + 1 }) }),
)
/** Mostly completed: so repairs are earned and used. */
const diligent = present.chain((now) =>
  fc.record({
    now: fc.constant(now),
    completed: fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: now + 1, maxLength: now + 1 })
      .map((luck) => luck.flatMap((chance, i) => (chance > 0 ? [i] : []))),
  }),
)

/** The same rule told another way: by words. A stretch is a run of completed periods, whatever lies between stretches is missed. */
function toldByStretches(completed: readonly number[], now: number) {
  const text = days(0, now)
    .map((period) => (completed.includes(period) ? 'x' : '.'))
    .join('')
  const state = { current: 0, longest: 0, kept: 0, repaired: [] as number[] }
  for (const { 0: run, index } of text.matchAll(/x+|\.+/g)) {
    if (run.startsWith('x')) {
      const earned = Math.floor((state.current + run.length) / 7) - Math.floor(state.current / 7)
      state.kept = Math.min(2, state.kept + earned)
      state.current += run.length
      state.longest = Math.max(state.longest, state.current)
      continue
    }
    const missed = index + run.length > now ? run.length - 1 : run.length
    if (state.current === 0) continue
    const mended = Math.min(missed, state.kept)
    state.repaired.push(...days(index, index + mended - 1))
    state.kept -= mended
    if (mended < missed) state.current = 0
  }
  return state
}

describe('a streak', () => {
  it('counts completed periods in a row', () => {
    expect(streakOf([], 0)).toEqual({ current: 0, longest: 0, repairsLeft: 0, repaired: [], atRisk: false })
    expect(streakOf([3, 4, 5], 5)).toEqual({ current: 3, longest: 3, repairsLeft: 0, repaired: [], atRisk: false })
    expect(streakOf([3, 4, 5], 6)).toMatchObject({ current: 3, atRisk: true })
    expect(streakOf([3, 4, 5], 7)).toMatchObject({ current: 0, longest: 3, atRisk: false })
  })

  it('earns a repair with seven, keeps two, and a missed period takes one by itself', () => {
    expect(streakOf(days(0, 6), 6)).toMatchObject({ current: 7, repairsLeft: 1 })
    expect(streakOf(days(0, 20), 20)).toMatchObject({ current: 21, repairsLeft: 2 })
    expect(streakOf(days(0, 6), 7)).toMatchObject({ current: 7, repairsLeft: 1, atRisk: false })
    expect(streakOf(days(0, 6), 8)).toMatchObject({ current: 7, repairsLeft: 0, repaired: [7], atRisk: true })
    expect(streakOf([...days(0, 6), 8], 8)).toMatchObject({ current: 8, repaired: [7] })
    expect(streakOf(days(0, 6), 9)).toMatchObject({ current: 0, longest: 7, repaired: [7] })
    expect(streakOf([...days(0, 13), 16], 16)).toMatchObject({ current: 15, repairsLeft: 0, repaired: [14, 15] })
  })

  it('is the same however the rule is told', () => {
    for (const worlds of [world, diligent])
      fc.assert(
        fc.property(worlds, ({ completed, now }) => {
          const told = toldByStretches(completed, now)
          expect(streakOf(completed, now)).toMatchObject({
            current: told.current,
            longest: told.longest,
            repairsLeft: told.kept,
            repaired: told.repaired,
          })
        }),
        { numRuns: 300 },
      )
  })

  it('does not depend on the order, on repetitions, or on what lies ahead', () => {
    fc.assert(
      fc.property(diligent, fc.array(fc.integer({ min: 1, max: 50 })), ({ completed, now }, ahead) => {
        const more = [...completed, ...completed, ...ahead.map((distance) => now + distance)].toReversed()
        expect(streakOf(more, now)).toEqual(streakOf(completed, now))
      }),
    )
  })

  it('repairs no more than was earned, and only what was missed', () => {
    fc.assert(
      fc.property(diligent, ({ completed, now }) => {
        const { current, longest, repairsLeft, repaired } = streakOf(completed, now)
        expect(longest).toBeGreaterThanOrEqual(current)
        expect(current).toBeLessThanOrEqual(completed.length)
        expect(repairsLeft).toBeLessThanOrEqual(streakRule.kept)
        expect(repaired.length + repairsLeft).toBeLessThanOrEqual(Math.floor(completed.length / streakRule.earnedBy))
        for (const period of repaired) expect(completed).not.toContain(period)
      }),
    )
  })

  it('is never made shorter by one more completion in the present period', () => {
    fc.assert(
      fc.property(world, ({ completed, now }) => {
        const rest = completed.filter((period) => period !== now)
        const [without, having] = [streakOf(rest, now), streakOf([...rest, now], now)]
        expect(having.current).toBe(without.current + 1)
        expect(having.atRisk).toBe(false)
        expect(having.repaired).toEqual(without.repaired)
      }),
    )
  })
})

describe('the stones of a streak', () => {
  it('say what became of each period', () => {
    const states = (completed: number[], at: { present: number; last: number; count: number }) =>
      stonesOf(completed, at).map(({ state, present: now }) => (now ? `${state}*` : state))
    expect(states([1], { present: 3, last: 9, count: 4 })).toEqual(['before', 'done', 'missed', 'open*'])
    expect(states(days(0, 6), { present: 8, last: 9, count: 3 })).toEqual(['done', 'repaired', 'open*'])
    expect(states([], { present: 1, last: 9, count: 14 })).toEqual(['before', 'open*'])
    expect(states([9], { present: 9, last: 9, count: 2 })).toEqual(['before', 'done*'])
    expect(states([8], { present: 10, last: 9, count: 2 })).toEqual(['done', 'missed'])
  })

  it('agree with the streak', () => {
    fc.assert(
      fc.property(diligent, ({ completed, now }) => {
        const stones = stonesOf(completed, { present: now, last: 400, count: 500 })
        expect(stones.map(({ period }) => period)).toEqual(days(0, now))
        const of = (state: string) => stones.filter((stone) => stone.state === state).map(({ period }) => period)
        expect(of('repaired')).toEqual(streakOf(completed, now).repaired)
        expect(of('done')).toEqual(completed.toSorted((a, b) => a - b))
      }),
    )
  })
})
