import { nextAttemptAt } from './schedule.ts'
import type { Outcome } from './sendClient.ts'

/** What becomes of a delivery after an attempt. `gone`: the endpoint said that it is there no more. */
export type Decision = { status: 'delivered' } | { status: 'waiting'; nextAt: Date } | { status: 'failed'; gone: boolean }

/** `attempts`: with this one. `now`: milliseconds. `chance`: from 0 to 1. */
export function decide(outcome: Outcome, { attempts, now, chance }: { attempts: number; now: number; chance: number }): Decision {
  const code = 'code' in outcome ? outcome.code : null
  if (code !== null && code >= 200 && code < 300) return { status: 'delivered' }
  if (code === 410) return { status: 'failed', gone: true }
  const nextAt = nextAttemptAt({ attempts, now, chance, retryAfterMs: 'code' in outcome ? outcome.retryAfterMs : null })
  return nextAt === null ? { status: 'failed', gone: false } : { status: 'waiting', nextAt: new Date(nextAt) }
}
