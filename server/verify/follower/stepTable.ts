import { canonicalDigest } from '#server/shared/canonical.ts'
import { ruleDigest } from '../evidence.ts'
import type { OpenStep } from '../followerPort.ts'
import { planRule, type Verified } from '../run.ts'
import type { Status } from '../verdict.ts'
import { type BlockIndex, createBlockIndex, type Happened } from './blockIndex.ts'
import { type Refresh, refresh, type Watch, watchOf } from './watch.ts'

/** What is remembered of a step: with which input it was judged, what came out, and when it is due again (ms). */
type Known = {
  step: OpenStep
  input: string
  watch: Watch
  dueAt: number
  /** Until the next block of one of its chains: a verdict that waits for finality. */
  waitsForBlock: boolean
  last: { input: string; status: Status; trace: string; failures: number } | null
}

/**
 * The open steps, each with what in the chains' blocks can change it. It is only to save work: a table that starts empty judges every step once
 * and goes on from there.
 */
export function createStepTable(every: Refresh = refresh) {
  const steps = new Map<string, Known>()
  const ofParticipation = new Map<string, Set<string>>()
  const chains = new Map<string, BlockIndex>()

  const indexOf = (chain: string): BlockIndex => {
    const known = chains.get(chain) ?? createBlockIndex()
    chains.set(chain, known)
    return known
  }

  function watchAnew(key: string, known: Known, watch: Watch) {
    for (const chain of known.watch.chains.keys()) chains.get(chain)?.remove(key)
    known.watch = watch
    for (const [chain, one] of watch.chains) indexOf(chain).add(key, one)
  }

  function drop(key: string) {
    const known = steps.get(key)
    if (!known) return
    for (const chain of known.watch.chains.keys()) chains.get(chain)?.remove(key)
    steps.delete(key)
    const siblings = ofParticipation.get(known.step.participationId)
    siblings?.delete(key)
    if (siblings?.size === 0) ofParticipation.delete(known.step.participationId)
  }

  function put(step: OpenStep) {
    const key = stepKey(step)
    const input = inputDigest(step)
    const known = steps.get(key)
    if (known?.input === input) return
    const fresh: Known = known ?? { step, input, watch: { chains: new Map(), everyMs: 0 }, dueAt: 0, waitsForBlock: false, last: null }
    Object.assign(fresh, { step, input, dueAt: 0, waitsForBlock: false })
    steps.set(key, fresh)
    ofParticipation.set(step.participationId, (ofParticipation.get(step.participationId) ?? new Set()).add(key))
    watchAnew(key, fresh, firstWatch(step, every))
  }

  const makeDue = (key: string) => {
    const known = steps.get(key)
    if (known) known.dueAt = 0
  }

  return {
    size: () => steps.size,
    /** Chains that open steps watch. */
    chains: () => [...chains].filter(([, index]) => !index.keys()[Symbol.iterator]().next().done).map(([chain]) => chain),
    contracts: (chain: string) => chains.get(chain)?.contracts() ?? [],
    /** Takes in all open steps, or all of the given participations: what is not among them is no longer open. */
    load(open: readonly OpenStep[], participationIds?: readonly string[]) {
      const keep = new Set(open.map(stepKey))
      const before = participationIds ? participationIds.flatMap((id) => [...(ofParticipation.get(id) ?? [])]) : [...steps.keys()]
      for (const key of before) if (!keep.has(key)) drop(key)
      for (const step of open) put(step)
    },
    /** The chain grew by these blocks. */
    blocks(chain: string, happened: Happened) {
      const index = chains.get(chain)
      if (!index) return
      for (const key of index.match(happened)) makeDue(key)
      for (const key of index.keys()) if (steps.get(key)?.waitsForBlock) makeDue(key)
    },
    /** Anything may have changed on the chain: a reorg, a gap too long to look through, the first look. */
    anything(chain: string) {
      for (const key of chains.get(chain)?.keys() ?? []) makeDue(key)
    },
    /** Steps to be judged now, those that waited longest first. */
    due(now: number): OpenStep[] {
      const due = [...steps.values()].filter(({ dueAt }) => dueAt <= now)
      return due.toSorted((a, b) => a.dueAt - b.dueAt).map(({ step }) => step)
    },
    /**
     * Remembers a verdict and says whether it is news. A pass is news as long as its step stays open: the room that records it may have been cut short
     * before.
     */
    judged(step: OpenStep, { verdict, bundle }: Verified, now: number): boolean {
      const key = stepKey(step)
      const known = steps.get(key)
      // It changed or closed while it was judged.
      if (known?.input !== inputDigest(step)) return false
      const trace = canonicalDigest(verdict.trace)
      const isNews = verdict.status === 'pass' || known.last?.trace !== trace || known.last.input !== known.input
      const failures = verdict.status === 'error' ? (known.last?.failures ?? 0) + 1 : 0
      const items = bundle.leaves.flatMap((leaf) => leaf.items)
      watchAnew(
        key,
        known,
        watchOf(
          items.map(({ query }) => query),
          every,
        ),
      )
      known.waitsForBlock = verdict.status === 'pending'
      known.dueAt =
        now + pause(known.watch, verdict.status, { failures, reading: items.some(({ complete, problem }) => !complete && !problem) })
      known.last = { input: known.input, status: verdict.status, trace, failures }
      return isNews
    },
    /** Its check failed as such: nothing is known of it, and it is tried again after a while. */
    failed(step: OpenStep, now: number) {
      const known = steps.get(stepKey(step))
      if (known) known.dueAt = now + failedMs
    },
    /** What was judged could not be handed on: it is judged again and counts as news again. */
    forget(step: OpenStep) {
      const known = steps.get(stepKey(step))
      if (known) Object.assign(known, { dueAt: 0, last: null })
    },
  }
}

const failedMs = 60_000

/** What a step asks for at first. One whose plan fails watches nothing: judging it fails, too, and says why. */
function firstWatch({ rule, context }: OpenStep, every: Refresh): Watch {
  try {
    return watchOf(
      planRule(rule, context).flatMap(({ queries }) => queries),
      every,
    )
  } catch {
    return { chains: new Map(), everyMs: failedMs }
  }
}

export type StepTable = ReturnType<typeof createStepTable>

export const stepKey = (step: Pick<OpenStep, 'participationId' | 'stepId'>) => `${step.participationId}|${step.stepId}`

/** Changes with everything that a verdict depends on beside the chains: rule, wallets, times, answers. */
const inputDigest = ({ rule, context, offchain }: OpenStep) =>
  canonicalDigest({ rule: ruleDigest(rule), context, ...(offchain ? { offchain } : {}) })

/** How long a step may rest, in ms: not at all while its history is still being read, longer with each failed read (2 s to 1 min). */
function pause({ everyMs }: Watch, status: Status, { failures, reading }: { failures: number; reading: boolean }): number {
  if (status === 'pending' && reading) return 0
  if (status === 'error') return Math.min(60_000, 2000 * 2 ** Math.min(failures - 1, 5))
  return everyMs
}
