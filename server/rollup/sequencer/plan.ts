import { type CircuitName, circuits } from '#server/rollup/protocol/constants.gen.ts'
import type { InboxItem } from '#server/rollup/state/draft.ts'
import type { ReadyGroup } from './issuer/groupStore.ts'
import { bestCircuit, isBackground, isFull, membersOf, shareEntries } from './lanes.ts'
import type { PooledTx } from './ledgerStore.ts'
import type { Pick } from './pick.ts'
import { pickFor, type Waiting } from './waiting.ts'

/**
 * `sealAfterMs`: how long the oldest waiting mint waits for company. `maxOpen`: batches on their way to finality before sealing pauses.
 * `maxProving`: batches without a proof before mints wait, so that they come in larger batches. `circuits`: those with a verifier on L2.
 */
export type SealPolicy = { sealAfterMs: number; maxOpen: number; maxProving?: number; circuits?: readonly CircuitName[] }

export const defaultCircuits: readonly CircuitName[] = ['small', 'large', 'bulk']
const defaultMaxProving = 3
/** Small batches in a row that entries may ask for while enough mints wait for a larger one. */
const fairness = 4

export type Plan = { circuit: CircuitName; pick: Pick<ReadyGroup>; ledger: PooledTx[]; inbox: InboxItem[] }

/** How far the batches before are: newest first. */
export type Pipeline = { circuit: CircuitName; proven: boolean }[]

/**
 * What to seal now; null = wait. Entries (ledger txs, inbox items) go at once, in small batches; mints wait for company and take the circuit
 * that serves most of them in a second of proving.
 */
export function planBatch(waiting: Waiting, policy: SealPolicy, now: { ms: number; pipeline: Pipeline }): Plan | null {
  if (now.pipeline.length >= policy.maxOpen) return null
  const allowed = policy.circuits ?? defaultCircuits
  const entries = waiting.ledger.length + waiting.inbox.length > 0
  const picks = allowed.map((circuit) => ({ circuit, pick: pickFor(circuit, waiting) }))
  const best = bestCircuit(picks)
  const circuit = entries && !(isBackground(best) && smallsInARow(now.pipeline) >= fairness) ? 'small' : best
  const pick = picks.find((candidate) => candidate.circuit === circuit)?.pick ?? { opens: [], groups: [] }
  if (!entries && !mintsAreDue(waiting, policy, { ...now, circuit, pick })) return null
  const share = shareEntries(circuits[circuit].entries, waiting.ledger.length, waiting.inbox.length)
  return { circuit, pick, ledger: waiting.ledger.slice(0, share.ledger), inbox: waiting.inbox.slice(0, share.inbox) }
}

function mintsAreDue(
  { opens, mints, ready }: Waiting,
  { sealAfterMs, maxProving = defaultMaxProving, circuits: allowed = defaultCircuits }: SealPolicy,
  { ms, pipeline, circuit, pick }: { ms: number; pipeline: Pipeline; circuit: CircuitName; pick: Pick },
): boolean {
  if (membersOf(pick) + pick.opens.length === 0) return false
  if (pipeline.filter(({ proven }) => !proven).length >= maxProving) return false
  const oldest = [...opens, ...mints, ...ready.flatMap((group) => group.mints)].reduce(
    (time, tx) => Math.min(time, tx.createdAt.getTime()),
    Number.POSITIVE_INFINITY,
  )
  return ms - oldest >= sealAfterMs || (circuit === allowed.at(-1) && isFull(circuit, pick))
}

function smallsInARow(pipeline: Pipeline): number {
  const at = pipeline.findIndex(({ circuit }) => circuit !== 'small')
  return at === -1 ? pipeline.length : at
}
