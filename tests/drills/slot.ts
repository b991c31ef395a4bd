import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inArray } from 'drizzle-orm'
import { privateKeyToAccount } from 'viem/accounts'
import { proofJobs } from '#drizzle/schema/rollup.ts'
import { projectRoot } from '#server/cli/stack/layout.ts'
import { anvilKeys } from '#tests/support/anvil.ts'
import { type SlotProcesses, startSlotProcesses, type WorkerName } from '#tests/support/slotProcesses.ts'
import { PointNames } from './pointNames.ts'
import { type L2Proxy, startL2Proxy } from './proxy/l2Proxy.ts'
import { type PostgresProxy, startPostgresProxy, type Verdict } from './proxy/postgresProxy.ts'
import { Supervised } from './supervised.ts'

/** A process of the engine behind its own proxies: nothing reaches the database or L2 but through them. */
export type EngineProcess = { name: string; kind: WorkerName; postgres: PostgresProxy; l2: L2Proxy; supervised: Supervised }

/** Asked at each commit and each send of each process; `cut` kills the process right there. */
export type Faults = { [kind in 'COMMIT' | 'send']?: (process: string, what: string, phase: 'before' | 'after') => Verdict }

export const engineKinds = ['sequencer', 'prover', 'publisher', 'watcher', 'rpc'] as const satisfies readonly WorkerName[]

export type DrillSlot = Awaited<ReturnType<typeof startDrillSlot>>

/** A slot with every process of its engine under a supervisor and behind proxies. Logs are kept in `.cairn/drills/NAME`. */
export async function startDrillSlot(drill: string, options: Parameters<typeof startSlotProcesses>[0] = {}) {
  const slot = await startSlotProcesses(options)
  const logs = join(projectRoot, '.cairn', 'drills', drill)
  rmSync(logs, { recursive: true, force: true })
  mkdirSync(logs, { recursive: true })
  const faults: Faults = {}
  /** Commits of the engine so far: it goes on while they grow. */
  const counts = { commits: 0 }
  const engine = new Map<string, EngineProcess>()
  // An interrupted drill leaves no process behind.
  const endAll = () => {
    for (const { supervised } of engine.values()) supervised.kill({ forGood: true })
  }
  process.once('exit', endAll)
  /** Starts one more process. `name` tells two of a kind apart; `env`: settings of its own; `settle`: waits until it got something done. */
  const add = async (kind: WorkerName, { name = kind as string, env = {} as Record<string, string>, settle = true } = {}) => {
    const added = await behindProxies(slot, { name, kind, env, logFile: join(logs, `${name}.log`) }, { faults, counts })
    engine.set(name, added)
    await added.supervised.start({ settle })
    return added
  }
  return {
    ...slot,
    ...{ faults, counts, engine, add, logs },
    /** Whose transactions are the engine's, in lower case. */
    engineAddresses: [anvilKeys[1], anvilKeys[2]].map((key) => privateKeyToAccount(key).address.toLowerCase()),
    /** Starts the five processes; `env`: settings of one of them. */
    async addAll(env: Partial<Record<WorkerName, Record<string, string>>> = {}) {
      await Promise.all(engineKinds.map((kind) => add(kind, env[kind] ? { env: env[kind] } : {})))
    },
    get(name: string): EngineProcess {
      const process = engine.get(name)
      if (!process) throw new Error(`no process ${name}`)
      return process
    },
    /** Resolves once every process went on after its last death. */
    async settled() {
      for (const { supervised } of engine.values()) await supervised.settled()
    },
    async stop() {
      await Promise.all([...engine.values()].map(({ supervised }) => supervised.stop()))
      await Promise.all([...engine.values()].flatMap(({ postgres, l2 }) => [postgres.stop(), l2.stop()]))
      await slot.stop()
      process.off('exit', endAll)
    },
  }
}

type Seen = { faults: Faults; counts: { commits: number } }
type Placed = { name: string; kind: WorkerName; env: Record<string, string>; logFile: string }

async function behindProxies(slot: SlotProcesses, { name, kind, env, logFile }: Placed, { faults, counts }: Seen): Promise<EngineProcess> {
  const names = new PointNames()
  // One kill ends every connection: what the process wrote and nobody read yet is lost with it.
  const die = () => {
    supervised.kill()
    postgres.cut()
    l2.cut()
  }
  const judge = (verdict: Verdict | undefined): Verdict => {
    if (verdict === 'cut') die()
    return verdict ?? 'pass'
  }
  const postgres = await startPostgresProxy(slot.databaseUrl, {
    before: (writes) => judge(faults.COMMIT?.(name, names.commit(writes), 'before')),
    after: (writes) => {
      supervised.progressed()
      counts.commits++
      return judge(faults.COMMIT?.(name, names.commit(writes), 'after'))
    },
  })
  const l2 = await startL2Proxy(slot.anvil.url, {
    before: (rawTx) => judge(faults.send?.(name, names.send(rawTx), 'before')),
    after: (rawTx) => judge(faults.send?.(name, names.send(rawTx), 'after')),
  })
  const spec = await slot.workerSpec(kind, { ...env, DATABASE_URL: postgres.url, CAIRN_L2_RPC: l2.url })
  const supervised: Supervised = new Supervised(spec, { logFile, idle: () => isIdle(slot, kind) })
  return { name, kind, postgres, l2, supervised }
}

/** True when a process of this kind may well have nothing to do: then being ready is all there is to wait for. */
async function isIdle({ db }: SlotProcesses, kind: WorkerName): Promise<boolean> {
  // The sequencer has the lease to take, whatever waits.
  if (kind === 'sequencer') return false
  return kind !== 'prover' || (await db.$count(proofJobs, inArray(proofJobs.status, ['waiting', 'leased']))) === 0
}
