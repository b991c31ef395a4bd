import { useFormatter } from 'next-intl'

/** A day of UTC, `2026-11-28`, in the reader's words. */
export function useDay(): (day: string | undefined) => string {
  const format = useFormatter()
  return (day) =>
    day === undefined ? '' : format.dateTime(new Date(`${day}T00:00:00Z`), { month: 'short', day: 'numeric', timeZone: 'UTC' })
}

/** A share with at most one digit after the point. */
export function useShare(): (share: number | null) => string {
  const format = useFormatter()
  return (share) => (share === null ? '–' : format.number(share, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 }))
}
