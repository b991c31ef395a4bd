import type { BatchPoint, DayCount } from './chartsStore.ts'

/**
 * What the overview draws. `days`: the last `chartDays` of UTC, oldest first, none left out; `batches`: the newest `chartBatches`, oldest
 * first.
 */
export type ChartsView = { days: DayCount[]; batches: BatchPoint[] }

export const chartDays = 30
export const chartBatches = 40

const dayMs = 86_400_000

/** Midnight of UTC with which the days of the chart begin. Milliseconds. */
export const chartStart = (nowMs: number): number => Math.floor(nowMs / dayMs) * dayMs - (chartDays - 1) * dayMs

/** Every day of the chart, those without a credential as 0. */
export function fillDays(found: readonly DayCount[], nowMs: number): DayCount[] {
  const counts = new Map(found.map(({ day, credentials }) => [day, credentials]))
  return Array.from({ length: chartDays }, (_, i) => {
    const day = new Date(chartStart(nowMs) + i * dayMs).toISOString().slice(0, 10)
    return { day, credentials: counts.get(day) ?? 0 }
  })
}
