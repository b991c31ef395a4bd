/** Requests that an endpoint may get: `perSecond` on average with bursts of two seconds' worth, `perDay` in a day (UTC). */
export type Budget = { readonly perSecond: number; readonly perDay: number }

/** A token bucket and the day's count. Pure: times in milliseconds are arguments. */
export type Spent = { readonly tokens: number; readonly at: number; readonly day: number; readonly today: number }

const dayMs = 86_400_000

export const unspent = (budget: Budget, now: number): Spent => ({
  tokens: burstOf(budget),
  at: now,
  day: Math.floor(now / dayMs),
  today: 0,
})

const burstOf = ({ perSecond }: Budget) => Math.max(1, 2 * perSecond)

/**
 * Takes one request out of the budget. `waitMs`: when it may be sent; requests keep their order because tokens may go below zero.
 * Null when the day's budget is spent: `until` says when the next day begins.
 */
export function spend(spent: Spent, budget: Budget, now: number): { spent: Spent; waitMs: number } | { until: number } {
  const day = Math.floor(now / dayMs)
  const today = day === spent.day ? spent.today : 0
  if (today >= budget.perDay) return { until: (day + 1) * dayMs }
  const grown = Math.min(burstOf(budget), spent.tokens + (Math.max(0, now - spent.at) / 1000) * budget.perSecond)
  const tokens = grown - 1
  return {
    spent: { tokens, at: Math.max(now, spent.at), day, today: today + 1 },
    waitMs: tokens >= 0 ? 0 : (-tokens / budget.perSecond) * 1000,
  }
}
