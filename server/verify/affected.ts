import { canonicalDigest } from '#server/shared/canonical.ts'
import type { OpenStep } from './followerPort.ts'
import type { Observation } from './observeClient.ts'
import { refreshAfterMs, retryMs } from './refresh.ts'
import { chainsOf } from './rule.ts'
import type { Status } from './verdict.ts'

/** What the follower remembers of a step: for which input it was judged, when, and what it then handed on. */
export type Remembered = { input: string; status: Status; trace: string; judgedAt: number }

export const stepKey = (step: Pick<OpenStep, 'participationId' | 'stepId'>) => `${step.participationId}|${step.stepId}`

/** Changes with everything that a verdict depends on beside the chains: rule, wallets, times, answers. */
export const inputDigest = ({ rule, context, offchain }: OpenStep) => canonicalDigest({ rule, context, ...(offchain ? { offchain } : {}) })

/**
 * Whether a step must be judged now: never judged with this input, not settled (pending or error), touched by what happened on one of its chains,
 * or not looked at for `refreshMs` (some changes leave no trace in blocks: coins moved by a contract, an interest-bearing token). What no chain tells is
 * looked at by the clock alone (`refresh.ts`).
 */
export function isAffected(
  step: OpenStep,
  known: Remembered | undefined,
  now: { at: number; refreshMs: number; observed: ReadonlyMap<string, Observation> },
): boolean {
  if (!known || known.input !== inputDigest(step)) return true
  const chains = chainsOf(step.rule)
  const age = now.at - known.judgedAt
  const refresh = refreshAfterMs(step.rule, step.context)
  const open = known.status === 'pending' || known.status === 'error'
  if (chains.length === 0) return refresh !== null && age >= (open ? Math.min(refresh, retryMs) : refresh)
  if (open || (refresh !== null && age >= refresh)) return true
  if (chains.some((chain) => isTouched(step, now.observed.get(chain)))) return true
  return age >= now.refreshMs
}

function isTouched(step: OpenStep, observation: Observation | undefined): boolean {
  if (!observation || observation.state === 'same') return false
  if (observation.state !== 'advanced') return true
  const { touched } = observation
  return touched === 'all' || step.context.wallets.some((wallet) => touched.has(wallet))
}
