import * as z from 'zod'

/** How a quest comes again: so many periods, each a UTC day, or a UTC week from Monday. */
export const recurrenceSchema = z.strictObject({ every: z.enum(['day', 'week']), periods: z.number().int().min(2).max(366) })

export type Recurrence = z.infer<typeof recurrenceSchema>

/** When a quest may be completed; both ends belong to it. */
export type Window = { opensAt: Date; closesAt: Date }

const dayMs = 24 * 3_600_000
const lengthMs = { day: dayMs, week: 7 * dayMs } as const
/** 1970-01-01 was a Thursday; the first Monday is four days later. */
const originMs = { day: 0, week: 4 * dayMs } as const

/** Number of the UTC day or week that an instant (milliseconds) is in. */
const cycleOf = (every: Recurrence['every'], at: number) => Math.floor((at - originMs[every]) / lengthMs[every])

/** Which period of the family an instant (milliseconds) is in, from 0; negative before the first, `periods` and more after the last. */
export const periodAt = ({ every }: Recurrence, first: Window, at: number): number =>
  cycleOf(every, at) - cycleOf(every, first.opensAt.getTime())

/** Start of a period, in milliseconds. */
export const startOf = ({ every }: Recurrence, first: Window, period: number): number =>
  (cycleOf(every, first.opensAt.getTime()) + period) * lengthMs[every] + originMs[every]

/** The first period's window, moved to another one. UTC has no summer time, so it is as long in each. */
export function windowOf({ every }: Recurrence, first: Window, period: number): Window {
  const shift = period * lengthMs[every]
  return { opensAt: new Date(first.opensAt.getTime() + shift), closesAt: new Date(first.closesAt.getTime() + shift) }
}

/** Whether the window lies within one period, as each quest of a family does. */
export const isWithinPeriod = (recurrence: Recurrence, window: Window): boolean =>
  periodAt(recurrence, window, window.closesAt.getTime()) === 0

/** So long before a period begins its quest is asked for: the opening waits for L2's finality and for a batch. Milliseconds. */
export const leadMs = 6 * 3_600_000

/**
 * The period to open now, after `newest`; null while there is none. Periods that passed while nobody opened them are left out: nobody could complete
 * them any more. `now` in milliseconds.
 */
export function nextPeriod(recurrence: Recurrence, family: { first: Window; newest: number; now: number }): number | null {
  const { first, newest, now } = family
  const running = periodAt(recurrence, first, now)
  const isOver = windowOf(recurrence, first, running).closesAt.getTime() <= now
  const next = Math.max(newest + 1, isOver ? running + 1 : running)
  if (next >= recurrence.periods) return null
  return windowOf(recurrence, first, next).opensAt.getTime() <= now + leadMs ? next : null
}
