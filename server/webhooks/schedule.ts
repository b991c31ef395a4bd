const [second, minute, hour] = [1000, 60_000, 3_600_000]

/** Pauses before the attempts after the first one, as the Standard Webhooks spec suggests: about three days in all. */
const pauses = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour] as const

export const mostAttempts = pauses.length + 1
/** Endpoints that came back together must not be asked together: each pause is up to so much longer. */
const jitter = 0.2
/** However long an endpoint asks us to wait. */
const longestWait = 24 * hour

export type Attempted = {
  /** Attempts so far, this one included. */
  attempts: number
  /** When it ended, milliseconds. */
  now: number
  /** From 0 to 1. */
  chance: number
  /** What the endpoint asked for, milliseconds. */
  retryAfterMs?: number | null
}

/** When to try again after an attempt that failed, in milliseconds; null when that was the last one. */
export function nextAttemptAt({ attempts, now, chance, retryAfterMs = null }: Attempted): number | null {
  const pause = pauses[attempts - 1]
  if (pause === undefined) return null
  const own = pause * (1 + jitter * chance)
  return Math.round(now + Math.max(own, Math.min(retryAfterMs ?? 0, longestWait)))
}

/** `Retry-After` in milliseconds from `now`: seconds or a date (RFC 9110 §10.2.3). Null for anything else, and for what is past. */
export function readRetryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined || header.length > 40) return null
  if (/^\d{1,15}$/.test(header)) return Number(header) * second
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(header)) return null
  const wait = Date.parse(header) - now
  return wait > 0 ? wait : null
}

/** An endpoint that has failed for so long without a success is disabled. */
const failingForMs = 5 * 24 * hour
/** Attempts are never further apart while one of them waits: a longer silence says nothing, and the count begins anew. */
const quietMs = 48 * hour

export type Failures = { failingSince: Date | null; failedAt: Date | null }

/** An endpoint's failures after one more. */
export function countFailure({ failingSince, failedAt }: Failures, at: Date): { failingSince: Date; failedAt: Date } {
  const unbroken = failingSince !== null && failedAt !== null && at.getTime() - failedAt.getTime() <= quietMs
  return { failingSince: unbroken ? failingSince : at, failedAt: at }
}

export const hasFailedTooLong = (failingSince: Date, at: Date) => at.getTime() - failingSince.getTime() >= failingForMs
