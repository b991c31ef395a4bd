import type { ChainError } from '../errors.ts'

/**
 * What is known of one endpoint. Pure: times (milliseconds) and chance are arguments, every function gives a new state.
 * `success`: moving share of questions answered. `latencyMs`: moving average for the head. `lag`: blocks behind the best head seen.
 * `out`: not asked before that time; the `times`-th time in a row. `probing`: one question is under way to see whether it is back.
 * `doubts`: how often others outvoted it; who was proven wrong is out.
 */
export type Health = {
  readonly success: number
  readonly latencyMs: number | null
  readonly lag: bigint
  readonly failures: number
  readonly out: { readonly until: number; readonly reason: OutReason; readonly times: number } | null
  readonly probing: boolean
  readonly doubts: number
}

export type OutReason = ChainError['reason'] | 'disproved' | 'day-budget'
/** `ready`: ask it. `probe`: its time is over, one question shows whether it is back. `out`: not now. */
export type Standing = 'ready' | 'probe' | 'out'

export const unknownHealth: Health = { success: 1, latencyMs: null, lag: 0n, failures: 0, out: null, probing: false, doubts: 0 }

const weight = 0.2
const second = 1000
const minute = 60 * second
/** Failures in a row that open the circuit. */
const tolerated = 3

export function answered(health: Health, latencyMs?: number): Health {
  const before = health.latencyMs
  const latency = latencyMs === undefined ? before : before === null ? latencyMs : before + weight * (latencyMs - before)
  return {
    ...health,
    success: health.success + weight * (1 - health.success),
    latencyMs: latency,
    failures: 0,
    doubts: health.doubts * 0.99,
    // A proven lie is not made good by answering.
    out: health.out?.reason === 'disproved' || health.out?.reason === 'day-budget' ? health.out : null,
    probing: false,
  }
}

/** `chance`: from 0 up to 1. Questions that an endpoint may refuse (too many results, a malformed hash) say nothing about its health. */
export function failed(
  health: Health,
  error: Pick<ChainError, 'reason'> & { retryAfterMs?: number | undefined },
  at: { now: number; chance: number },
): Health {
  const next = { ...health, success: health.success * (1 - weight), probing: false }
  const outFor = (ms: number): Health => ({
    ...next,
    failures: health.failures + 1,
    out: { until: at.now + ms, reason: error.reason as OutReason, times: (health.out?.times ?? 0) + 1 },
  })
  // Half of the delay is chance: many processes must not come back at the same moment.
  const growing = (first: number, most: number) => Math.min(most, first * 2 ** (health.out?.times ?? 0)) * (0.5 + at.chance / 2)
  switch (error.reason) {
    case 'rate-limited':
      return outFor(Math.max(error.retryAfterMs ?? 0, growing(second, 5 * minute)))
    case 'unreachable':
    case 'timeout':
    case 'bad-answer':
      if (health.out === null && health.failures + 1 < tolerated) return { ...next, failures: health.failures + 1 }
      return outFor(growing(5 * second, 2 * minute))
    case 'behind':
      return outFor(growing(second, 30 * second))
    case 'wrong-chain':
    case 'forbidden':
      return outFor(10 * minute)
    case 'refused':
    case 'unsupported':
    case 'too-many-results':
    case 'pruned':
      return { ...health, probing: false }
  }
}

export const sawLag = (health: Health, lag: bigint): Health => ({ ...health, lag })

/** Two others gave another answer: asked last from now on, but still heard. Only a proof takes an endpoint's word away. */
export const outvoted = (health: Health): Health => ({ ...health, doubts: health.doubts + 1 })
export const disproved = (health: Health, now: number): Health => ({
  ...health,
  doubts: health.doubts + 1,
  out: { until: now + 60 * minute, reason: 'disproved', times: (health.out?.times ?? 0) + 1 },
})
export const spentDay = (health: Health, until: number): Health => ({ ...health, out: { until, reason: 'day-budget', times: 1 } })

export function standing({ out, probing }: Health, now: number): Standing {
  if (out === null) return 'ready'
  if (now < out.until || probing) return 'out'
  return 'probe'
}

/** Lower is better: slow, unsure, lagging and doubted endpoints come later. */
function score({ success, latencyMs, lag, doubts }: Health): number {
  return (latencyMs ?? 200) / Math.max(0.05, success) + Math.min(Number(lag), 1000) * 50 + doubts * 10_000
}

type Candidate = { readonly operator: string; readonly health: Health }

/** They may be right at the next block, and who contradicts must be heard. */
const soft: readonly OutReason[] = ['behind', 'bad-answer']
const silent: readonly OutReason[] = ['unreachable', 'timeout']

/**
 * The endpoints to ask, best first, those of distinct operators before second ones of the same. Who is out is left out, but who was behind or
 * could not be read comes last; and when fewer than two operators are left, those that did not answer stay: asking them again costs nobody anything.
 */
export function ordered<T extends Candidate>(candidates: readonly T[], now: number): T[] {
  const best = (some: readonly T[]) => some.toSorted((a, b) => score(a.health) - score(b.health))
  const outFor = (reasons: readonly OutReason[]) =>
    candidates.filter(({ health }) => health.out !== null && standing(health, now) === 'out' && reasons.includes(health.out.reason))
  const usable = [...best(candidates.filter(({ health }) => standing(health, now) !== 'out')), ...best(outFor(soft))]
  const few = new Set(usable.map(({ operator }) => operator)).size < 2
  const chosen = few ? [...usable, ...best(outFor(silent))] : usable
  const first = chosen.filter((one, index) => chosen.findIndex(({ operator }) => operator === one.operator) === index)
  return [...first, ...chosen.filter((one) => !first.includes(one))]
}
