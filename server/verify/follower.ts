import type { AnyReader } from '#chains/reader.ts'
import type { Cursor, CursorStore } from './cursorStore.ts'
import { cursorOf } from './follower/cursorOf.ts'
import { type Observation, observe } from './follower/followChain.ts'
import { createStepTable } from './follower/stepTable.ts'
import type { Refresh } from './follower/watch.ts'
import type { FollowerPort, OpenStep, StepResult } from './followerPort.ts'
import { chainsOf } from './rule.ts'
import { type EvidenceReader, type Verified, verifyRule } from './run.ts'

export type { FollowerPort, OpenStep, StepResult } from './followerPort.ts'

export type FollowerDeps = {
  port: FollowerPort
  evidence: EvidenceReader
  readers(chain: string): readonly AnyReader[]
  cursors: CursorStore
  now(): number
  /** Chains whose health is measured even while no step reads them. */
  watch?: readonly string[]
  /** Whether the chain's blocks are looked through; where they are not, its steps go by the clock. Default: they are. */
  readsBlocks?(chain: string): boolean
  refresh?: Refresh
  /** How long a pass waits for a slow chain, in ms; what comes later is taken in by a later pass. Default: until it answers. */
  patienceMs?: number
  log?: { warn(fields: object, message: string): void; info(fields: object, message: string): void }
}

/** What one pass did. `requests`: what its verdicts cost at endpoints. `more`: history is still being read, another pass would get further at once. */
export type Pass = { open: number; judged: number; recorded: number; requests: number; more: boolean }

export type Follower = { pass(): Promise<Pass> }

/** Steps judged together: their queries are read in one pass over each chain. */
const chunk = 500
/** The same where blocks are not read: those are public endpoints, and a step costs them one request and more. */
const politeChunk = 10
/** So often a chain is looked at whose blocks are not read. */
const unseenMs = 5000
/** All open steps are loaded anew after so long: a change that was missed is found. */
const reloadMs = 300_000

type Judged = { judged: number; recorded: number; requests: number }

/**
 * Follows the chains that open steps read, and judges the steps that may have changed. Chains do not wait for each other: a slow one is looked at,
 * and its steps judged, at its own pace.
 */
export function createFollower(deps: FollowerDeps): Follower {
  const table = createStepTable(deps.refresh)
  const looks = tasks<Observation>()
  const judgings = tasks<Judged>()
  let loadedAt = Number.NEGATIVE_INFINITY

  async function loadSteps() {
    const changes = await deps.port.changes()
    const all = changes === 'all' || deps.now() - loadedAt >= reloadMs
    if (!all && changes.length === 0) return
    const before = loadedAt
    // Until it went well: what was heard of must not be lost.
    loadedAt = Number.NEGATIVE_INFINITY
    if (all) table.load(await deps.port.openSteps())
    else table.load(await deps.port.openSteps(changes), changes)
    loadedAt = all ? deps.now() : before
  }

  async function lookAtChains() {
    const cursors = new Map((await deps.cursors.all()).map((cursor) => [cursor.chain, cursor]))
    for (const chain of new Set([...(deps.watch ?? []), ...table.chains()])) {
      const cursor = cursors.get(chain)
      if (table.isUnseen(chain) && cursor && deps.now() - cursor.checkedAt.getTime() < unseenMs) continue
      const since = { cursor, contracts: table.contracts(chain), blocks: deps.readsBlocks?.(chain) ?? true }
      looks.start(chain, () => observe(deps.readers(chain), chain, since))
    }
    const observed = await looks.finished(deps.patienceMs)
    for (const observation of observed) {
      report(deps.log, observation, { before: cursors.get(observation.chain), wasUnseen: table.isUnseen(observation.chain) })
      takeIn(observation)
    }
    return { observed, cursors }
  }

  function takeIn(observation: Observation) {
    const { chain, state } = observation
    if (state === 'same') table.same(chain, observation.head.latest)
    if (state === 'unseen') table.grewUnseen(chain, deps.now())
    if (state === 'reorg') table.anything(chain, observation.head.latest)
    if (state !== 'advanced') return
    if (observation.happened) table.blocks(chain, observation.happened, observation.upTo)
    else table.anything(chain, observation.upTo)
  }

  /** Judges steps together and hands on what is new. A result counts as handed on only when that went well. */
  async function judge(steps: readonly OpenStep[]): Promise<Judged> {
    let requests = 0
    const spent = (some: number) => {
      requests += some
    }
    const judged = (
      await Promise.all(
        steps.map(async (step) => {
          try {
            return { step, verified: await verifyRule({ evidence: deps.evidence, spent }, step.rule, step) }
          } catch (error) {
            // One step that cannot be judged must not hold up the others: it rests, and is said.
            table.failed(step, deps.now())
            deps.log?.warn({ err: error, quest: step.questSlug, step: step.stepId }, 'a step could not be judged')
            return null
          }
        }),
      )
    ).filter((one) => one !== null)
    const news = judged.filter(({ step, verified }) => table.judged(step, verified, deps.now()))
    try {
      if (news.length > 0) await deps.port.record(news.map(({ step, verified }) => resultOf(step, verified)))
    } catch (error) {
      for (const { step } of news) table.forget(step)
      throw error
    }
    const moved = new Set(news.filter(({ verified }) => verified.verdict.status === 'pass').map(({ step }) => step.participationId))
    if (moved.size > 0) table.load(await deps.port.openSteps([...moved]), [...moved])
    return { judged: judged.length, recorded: news.length, requests }
  }

  async function judgeDue(): Promise<Judged> {
    // Steps of the same chains together: none waits for a chain that it does not read.
    for (const [chains, steps] of Map.groupBy(table.due(deps.now()), ({ rule }) => chainsOf(rule).toSorted().join()))
      judgings.start(chains, () => judge(steps.slice(0, chains.split(',').some(table.isUnseen) ? politeChunk : chunk)))
    const done = await judgings.finished(deps.patienceMs)
    const sum = (pick: (one: Judged) => number) => done.reduce((total, one) => total + pick(one), 0)
    return { judged: sum((one) => one.judged), recorded: sum((one) => one.recorded), requests: sum((one) => one.requests) }
  }

  return {
    async pass() {
      await loadSteps()
      const { observed, cursors } = await lookAtChains()
      const done = await judgeDue()
      // Only now: a pass that was cut short looks at the same blocks again.
      for (const observation of observed) await deps.cursors.save(cursorOf(observation, cursors.get(observation.chain), deps.now()))
      return {
        open: table.size(),
        ...done,
        more: table.due(deps.now()).length > 0 || observed.some((one) => one.state === 'advanced' && one.more),
      }
    },
  }
}

/** Work under way, one piece a key: started when that key is idle, collected once it is done. */
function tasks<T>() {
  const running = new Map<string, Promise<void>>()
  const done: T[] = []
  let failure: { error: unknown } | null = null
  return {
    start(key: string, work: () => Promise<T>) {
      if (running.has(key)) return
      const end = work()
        .then((result) => void done.push(result))
        .catch((error: unknown) => {
          failure = { error }
        })
        .finally(() => running.delete(key))
      running.set(key, end)
    },
    /** What was finished within so many ms. Throws what a piece of work threw. */
    async finished(patienceMs?: number): Promise<T[]> {
      const all = Promise.all(running.values())
      await (patienceMs === undefined ? all : Promise.race([all, pause(patienceMs)]))
      const failed = failure
      failure = null
      if (failed) throw failed.error
      return done.splice(0)
    },
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref())

function report(
  log: FollowerDeps['log'],
  observation: Observation,
  { before, wasUnseen }: { before: Cursor | undefined; wasUnseen: boolean },
) {
  const { chain } = observation
  if (observation.state === 'unseen' && observation.reason !== null && !wasUnseen)
    log?.warn({ chain, reason: observation.reason }, 'blocks cannot be read: steps go by the clock')
  if (observation.state === 'reorg')
    log?.warn({ chain, height: Number(observation.from) }, 'a block left the chain: its steps are judged again')
  if (observation.state === 'down' && !before?.error) log?.warn({ chain, reason: observation.reason }, 'the chain cannot be read')
  if (observation.state !== 'down' && before?.error) log?.info({ chain }, 'the chain can be read again')
}

function resultOf({ participationId, questSlug, stepId }: OpenStep, { verdict, bundle, digest }: Verified): StepResult {
  return { participationId, questSlug, stepId, verdict, bundle, digest }
}
