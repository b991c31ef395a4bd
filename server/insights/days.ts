import { CairnError } from '#server/shared/errors.ts'

/** A stretch of whole days (UTC), both ends included, as `2026-11-28`. */
export type Days = { from: string; to: string }

export const dayMs = 86_400_000
/** Days that are looked at together: a year. */
export const mostDays = 366
const usualDays = 30

export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** The days asked for; what is left out: the last thirty until today. Dates are checked before. Throws `input.invalid` for an empty or too long stretch. */
export function readDays({ from, to }: { from?: string | undefined; to?: string | undefined }, now: number): Days {
  const end = to ?? dayOf(now)
  const begin = from ?? dayOf(Date.parse(end) - (usualDays - 1) * dayMs)
  const days = (Date.parse(end) - Date.parse(begin)) / dayMs + 1
  if (!(days >= 1 && days <= mostDays))
    throw new CairnError('input.invalid', 'These days cannot be looked at together.', {
      meta: { field: 'from', found: `${begin} to ${end}`, expected: `1 to ${mostDays} days, from the first to the last` },
    })
  return { from: begin, to: end }
}
