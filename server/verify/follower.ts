import type { AnyReader } from '#chains/reader.ts'
import { canonicalDigest } from '#server/shared/canonical.ts'
import { inputDigest, isAffected, type Remembered, stepKey } from './affected.ts'
import type { Cursor, CursorStore } from './cursorStore.ts'
import type { FollowerPort, OpenStep, StepResult } from './followerPort.ts'
import { type Observation, observe } from './observeClient.ts'
import { chainsOf } from './rule.ts'
import { type EvidenceReader, planRule, type Verified, verifyRule } from './run.ts'

export type { FollowerPort, OpenStep, StepResult } from './followerPort.ts'

export type FollowerDeps = {
  port: FollowerPort
  evidence: EvidenceReader
  readers(chain: string): readonly AnyReader[]
  cursors: CursorStore
  now(): number
  /** Chains whose health is measured even while no step reads them. */
  watch?: readonly string[]
  /** How long a failed step may go without a new look. */
  refreshMs?: number
  log?: { warn(fields: object, message: string): void; info(fields: object, message: string): void }
}

/** What one pass did. `requests`: what its verdicts cost at endpoints. `more`: history is still being read, another pass would get further at once. */
export type Pass = { open: number; judged: number; recorded: number; requests: number; more: boolean }

/** Steps judged together: their queries are read in one pass over each chain. */
const chunk = 500

/**
 * Follows the chains that open steps read, and judges the steps that may have changed. What it remembers is only to save work:
 * a follower that starts anew judges every open step once and goes on from there.
 */
export function createFollower(deps: FollowerDeps): { pass(): Promise<Pass> } {
  const memory = new Map<string, Remembered>()
  return {
    async pass() {
      const steps = await deps.port.openSteps()
      const open = new Set(steps.map(stepKey))
      for (const key of memory.keys()) if (!open.has(key)) memory.delete(key)
      const cursors = new Map((await deps.cursors.all()).map((cursor) => [cursor.chain, cursor]))
      const observed = await observeAll(deps, steps, cursors)
      const now = { at: deps.now(), refreshMs: deps.refreshMs ?? 15_000, observed }
      const affected = steps.filter((step) => isAffected(step, memory.get(stepKey(step)), now))
      let recorded = 0
      let requests = 0
      let more = false
      for (let at = 0; at < affected.length; at += chunk) {
        const done = await judge(deps, affected.slice(at, at + chunk), memory)
        recorded += done.recorded
        requests += done.requests
        more ||= done.more
      }
      // Only now: a pass that was cut short looks at the same blocks again.
      for (const observation of observed.values())
        await deps.cursors.save(cursorOf(observation, cursors.get(observation.chain), deps.now()))
      return { open: steps.length, judged: affected.length, recorded, requests, more }
    },
  }
}

/** Looks at every chain once. */
async function observeAll(
  deps: FollowerDeps,
  steps: readonly OpenStep[],
  cursors: ReadonlyMap<string, Cursor>,
): Promise<Map<string, Observation>> {
  const chains = new Set([...(deps.watch ?? []), ...steps.flatMap(({ rule }) => chainsOf(rule))])
  const contracts = contractsByChain(steps)
  const observations = await Promise.all(
    [...chains].map((chain) =>
      observe(deps.readers(chain), chain, { cursor: cursors.get(chain), contracts: [...(contracts.get(chain) ?? [])] }),
    ),
  )
  for (const observation of observations) {
    const before = cursors.get(observation.chain)
    if (observation.state === 'reorg')
      deps.log?.warn({ chain: observation.chain, height: Number(observation.from) }, 'a block left the chain: its steps are judged again')
    if (observation.state === 'down' && !before?.error)
      deps.log?.warn({ chain: observation.chain, reason: observation.reason }, 'the chain cannot be read')
    if (observation.state !== 'down' && before?.error) deps.log?.info({ chain: observation.chain }, 'the chain can be read again')
  }
  return new Map(observations.map((observation) => [observation.chain, observation]))
}

/** Contracts whose logs or balances active rules ask for. */
function contractsByChain(steps: readonly OpenStep[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  const add = (chain: string, address: string) => found.set(chain, (found.get(chain) ?? new Set()).add(address))
  for (const { rule, context } of steps)
    for (const { queries } of planRule(rule, context))
      for (const query of queries) {
        if (query.type === 'evm.logs') for (const address of query.addresses) add(query.chain, address)
        if (query.type === 'evm.state' && query.read.what === 'call') add(query.chain, query.read.to)
      }
  return found
}

/** Judges steps together and hands on what is new. A result counts as handed on only when that went well. */
async function judge(deps: FollowerDeps, steps: readonly OpenStep[], memory: Map<string, Remembered>) {
  let requests = 0
  const spent = (some: number) => {
    requests += some
  }
  const judged = await Promise.all(
    steps.map(async (step) => ({ step, verified: await verifyRule({ evidence: deps.evidence, spent }, step.rule, step) })),
  )
  const fresh = judged.map(({ step, verified }) => ({ step, verified, seen: remember(step, verified, deps.now()) }))
  const changed = fresh.filter(({ step, seen }) => isNews(memory.get(stepKey(step)), seen))
  if (changed.length > 0) await deps.port.record(changed.map(({ step, verified }) => resultOf(step, verified)))
  for (const { step, seen } of fresh) memory.set(stepKey(step), seen)
  const more = judged.some(({ verified }) => verified.verdict.status === 'pending' && stillReading(verified))
  return { recorded: changed.length, requests, more }
}

function remember(step: OpenStep, { verdict }: Verified, at: number): Remembered {
  return { input: inputDigest(step), status: verdict.status, trace: canonicalDigest(verdict.trace), judgedAt: at }
}

/** A pass is handed on as long as its step stays open: the room that records it may have been cut short before. */
const isNews = (before: Remembered | undefined, now: Remembered) =>
  now.status === 'pass' || before?.trace !== now.trace || before.input !== now.input

const stillReading = ({ bundle }: Verified) => bundle.leaves.some(({ items }) => items.some((item) => !item.complete && !item.problem))

function resultOf({ participationId, questSlug, stepId }: OpenStep, { verdict, bundle, digest }: Verified): StepResult {
  return { participationId, questSlug, stepId, verdict, bundle, digest }
}

function cursorOf(observation: Observation, before: Cursor | undefined, at: number): Cursor {
  const { chain } = observation
  const checkedAt = new Date(at)
  if (observation.state === 'down') {
    const last = before ?? { chain, height: 0, hash: '', finalizedHeight: 0, headAt: new Date(0) }
    return { ...last, checkedAt, error: observation.reason.slice(0, 300) }
  }
  const { latest, finalized } = observation.head
  return {
    chain,
    height: Number(latest.number),
    hash: latest.hash,
    finalizedHeight: Number(finalized.number),
    headAt: new Date(latest.time * 1000),
    checkedAt,
    error: null,
  }
}
