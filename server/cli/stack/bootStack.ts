import { migrateDatabase } from '#drizzle/migrate.ts'
import type { Env } from '#server/shared/env.ts'
import { sweep } from '../commands/stop.ts'
import type { Progress } from '../progress.ts'
import { ensureBuild } from './build.ts'
import { chainServices, solanaNode } from './chainServices.ts'
import { type Layout, makeFolders, publicUrl, workerNames } from './layout.ts'
import { requireFreePorts } from './ports.ts'
import { ensureDatabase, postgresService, postgresUrl } from './postgres.ts'
import { prepareContracts } from './prepare.ts'
import { gatewayService, type ProcessContext, rpcService, webService, workerServices } from './processes.ts'
import { markOf, type ProcessMark, removeRunFile, writeRunFile } from './runFile.ts'
import { ensureSecrets, type Secrets } from './secrets.ts'
import { Supervisor } from './supervisor.ts'

type Boot = { readonly env: Env; readonly layout: Layout; readonly progress: Progress; readonly signal: AbortSignal }

/** Who is asked to stop first: those who write come before what they write to. */
const STOP_ORDER = [['web', 'gateway', 'rpc'], [...workerNames], ['solana', 'l1', 'l2', 'app-a', 'app-b'], ['postgres']]

/**
 * Brings up the whole stack under this process. `ended` resolves after `signal` was aborted and every process is gone.
 * Null when it was aborted on the way; throws when a part does not come up. In both cases nothing is left running.
 */
export async function bootStack(boot: Boot): Promise<{ url: string; ended: Promise<void> } | null> {
  const { env, layout, progress, signal } = boot
  makeFolders(layout)
  await sweep(layout)
  await requireFreePorts(env)
  const secrets = ensureSecrets(layout, env)
  const databaseUrl = env.DATABASE_URL ?? postgresUrl({ port: env.CAIRN_POSTGRES_PORT, password: secrets.postgresPassword }, 'cairn')
  const url = publicUrl(env)

  let ready = false
  let processes: Record<string, ProcessMark> = {}
  const note = () =>
    writeRunFile(layout, { supervisor: markOf(process.pid), ready, url, gatewayPort: env.CAIRN_GATEWAY_PORT, databaseUrl, processes })
  note()
  const supervisor = new Supervisor({
    logOf: layout.logOf,
    say: progress.say,
    changed: (marks) => {
      processes = marks
      note()
    },
  })
  const takeDown = async () => {
    await supervisor.stop(STOP_ORDER)
    removeRunFile(layout)
  }

  // A part that does not come up ends the rest as well, the build included.
  const failed = new AbortController()
  try {
    const context = { env, layout, secrets, databaseUrl }
    await bringUp({ ...boot, signal: AbortSignal.any([signal, failed.signal]) }, supervisor, context)
  } catch (error) {
    failed.abort()
    await takeDown()
    if (signal.aborted) return null
    throw error
  }
  ready = true
  note()
  const ended = new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  }).then(takeDown)
  return { url, ended }
}

async function bringUp(boot: Boot, supervisor: Supervisor, context: ProcessContext) {
  const { layout, progress, signal } = boot
  // An abort must not wait for the step under way.
  const aborted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(new Error('stopped'))
    else signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true })
  })
  aborted.catch(() => {})
  const step = <T>(name: string, work: () => Promise<T>) => Promise.race([progress.step(name, work), aborted])

  const built = step('site', async () => ((await ensureBuild(layout, signal)) ? 'built' : 'up to date'))
  built.catch(() => {})
  await Promise.all([
    step('database', () => startDatabase(supervisor, boot.env, layout, context.secrets)),
    step(
      'chains',
      async () => void (await Promise.all([...chainServices(context), ...solanaNode(context)].map((spec) => supervisor.start(spec)))),
    ),
  ])
  await step('tables', () => migrateDatabase(context.databaseUrl))
  await prepareContracts(context, step)
  // The engine needs no site: both come up at the same time.
  await Promise.all([
    step('engine', async () => void (await Promise.all(workerServices(context).map((spec) => supervisor.start(spec))))),
    step('gateway', () => supervisor.start(gatewayService(context))),
    step('rpc', () => supervisor.start(rpcService(context))),
    built.then(() => step('web', () => supervisor.start(webService(context)))),
  ])
}

async function startDatabase(supervisor: Supervisor, env: Env, layout: Layout, secrets: Secrets): Promise<string> {
  if (env.DATABASE_URL) return 'yours (DATABASE_URL)'
  const options = { folder: `${layout.data}/postgres`, port: env.CAIRN_POSTGRES_PORT, password: secrets.postgresPassword }
  await supervisor.start(await postgresService(options))
  await ensureDatabase(postgresUrl(options), 'cairn')
  return ''
}
