import { canonicalDigest } from '#server/shared/canonical.ts'
import { ruleDigest } from '../evidence.ts'
import type { OpenStep } from '../followerPort.ts'
import { planRule, type Verified } from '../run.ts'
import type { Status } from '../verdict.ts'
import { type BlockIndex, createBlockIndex, type Happened } from './blockIndex.ts'
import type { Place } from './followChain.ts'
import { failedMs, isBehind, restAfter } from './pace.ts'
import { type Refresh, refresh, type Watch, watchOf } from './watch.ts'

/** What is remembered of a step: with which input it was judged, what came out, and when it is due again (ms). */
type Known = {
  step: OpenStep
  input: string
  watch: Watch
  dueAt: number
  /** Until the next block of one of its chains: a verdict that waits for finality. */
  waitsForBlock: boolean
  /** The block of each chain that it is due by: evidence of an older head is not enough. */
  owed: Map<string, Place>
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
  const places = new Map<string, Place>()
  const unseen = new Set<string>()

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
    const fresh: Known = known ?? {
      step,
      input,
      watch: { chains: new Map(), everyMs: 0 },
      dueAt: 0,
      waitsForBlock: false,
      owed: new Map(),
      last: null,
    }
    Object.assign(fresh, { step, input, dueAt: 0, waitsForBlock: false })
    steps.set(key, fresh)
    ofParticipation.set(step.participationId, (ofParticipation.get(step.participationId) ?? new Set()).add(key))
    watchAnew(key, fresh, firstWatch(step, every))
    for (const [chain, place] of places) if (fresh.watch.chains.has(chain)) fresh.owed.set(chain, place)
  }

  /** The chain was looked at up to there, and these steps are due by it: all at first, because nobody knows how far their evidence was. */
  function reach(chain: string, place: Place, due: Iterable<string>) {
    const keys = places.has(chain) ? due : (chains.get(chain)?.keys() ?? [])
    places.set(chain, place)
    for (const key of keys) {
      const known = steps.get(key)
      if (!known) continue
      known.dueAt = 0
      known.owed.set(chain, place)
    }
  }

  /** The longest time without a look: short where the blocks of one of its chains are not read. */
  const longestRest = ({ watch }: Known) =>
    [...watch.chains.keys()].some((chain) => unseen.has(chain)) ? Math.min(watch.everyMs, every.state) : watch.everyMs

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
    blocks(chain: string, happened: Happened, upTo: Place) {
      unseen.delete(chain)
      const index = chains.get(chain)
      reach(chain, upTo, index?.match(happened) ?? [])
      for (const key of index?.keys() ?? []) {
        const known = steps.get(key)
        if (known?.waitsForBlock) known.dueAt = 0
      }
    },
    /** The chain did not grow. */
    same: (chain: string, place: Place) => reach(chain, place, []),
    /** Anything may have changed on the chain: a reorg, a gap too long to look through, the first look. */
    anything(chain: string, upTo: Place) {
      reach(chain, upTo, chains.get(chain)?.keys() ?? [])
    },
    /** The chain grew, and its blocks are not read: its steps go by the clock until they are. */
    grewUnseen(chain: string, now: number) {
      if (unseen.has(chain)) return
      unseen.add(chain)
      for (const key of chains.get(chain)?.keys() ?? []) {
        const known = steps.get(key)
        if (known) known.dueAt = Math.min(known.dueAt, now + every.state)
      }
    },
    isUnseen: (chain: string) => unseen.has(chain),
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
      known.dueAt = now + restAfter({ status: verdict.status, items, failures, owed: known.owed }, longestRest(known))
      if (!isBehind(items, known.owed)) known.owed.clear()
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
