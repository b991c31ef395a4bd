import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '#drizzle/client.ts'
import { slotDeployment } from '#server/rollup/l2/deploymentStore.ts'
import { type Env, readEnv } from '#server/shared/env.ts'
import { CairnError, isCairnError } from '#server/shared/errors.ts'
import type { Command } from '../command.ts'
import { projectRoot, stackLayout } from '../stack/layout.ts'
import { openSettings } from '../stack/processes.ts'

const usage = './cairn prover --database URL [--threads N] [--recipient ADDRESS] [--circuits small,large,bulk] [--health-port PORT]'

/**
 * Proves batches of the slot whose database is named, in the foreground, on any machine with this repository: nothing else of the slot has to be
 * here. This process becomes the prover, so a signal to it is one to the prover: SIGINT and SIGTERM give its work back, and if it is
 * killed, another one takes the work over.
 */
export const prover: Command = async ({ args, env }) => {
  const settings = proverSettings(args, env)
  await requireSlot(settings.DATABASE_URL ?? '')
  const { execve, execPath } = process
  if (!execve) throw new CairnError('config.invalid', 'This runtime cannot become another process: start the prover on Linux or macOS.')
  const worker = join(projectRoot, 'server', 'workers', 'proverWorker.ts')
  return execve.call(process, execPath, [execPath, '--disable-warning=ExperimentalWarning', worker], {
    ...settings,
    NODE_ENV: 'production',
  })
}

/** The environment of the prover: what is configured, what the options change, no secret. Throws `input.invalid` naming the option. */
export function proverSettings(args: readonly string[], env: Env): Record<string, string> {
  const given = parse(args)
  const databaseUrl = given.database ?? env.DATABASE_URL
  if (databaseUrl === undefined) throw invalid('database', 'nothing', 'the URL of the slot’s database, or DATABASE_URL')
  if (!/^postgres(ql)?:\/\//.test(databaseUrl) || !URL.canParse(databaseUrl)) throw invalid('database', 'no such URL', 'postgres://…')
  const settings = {
    ...openSettings({ env, layout: stackLayout(env), databaseUrl }),
    CAIRN_HEALTH_PORT: given['health-port'] ?? '0',
    ...(given.threads === undefined ? {} : { CAIRN_PROVER_THREADS: given.threads }),
    ...(given.recipient === undefined ? {} : { CAIRN_PROVER_RECIPIENT: given.recipient.toLowerCase() }),
    ...(given.circuits === undefined ? {} : { CAIRN_PROVER_CIRCUITS: given.circuits }),
  }
  try {
    readEnv(settings)
  } catch (error) {
    const name = isCairnError(error) ? optionOf[error.meta.field?.split('.')[0] ?? ''] : undefined
    if (name === undefined) throw error
    throw invalid(name, given[name] ?? 'nothing', isCairnError(error) ? error.message : '')
  }
  return settings
}

const text = { type: 'string' } as const
const options = { database: text, threads: text, recipient: text, circuits: text, 'health-port': text }
const optionOf: Record<string, 'threads' | 'recipient' | 'circuits' | 'health-port'> = {
  CAIRN_PROVER_THREADS: 'threads',
  CAIRN_PROVER_RECIPIENT: 'recipient',
  CAIRN_PROVER_CIRCUITS: 'circuits',
  CAIRN_HEALTH_PORT: 'health-port',
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : 'not understood'
    throw new CairnError('input.invalid', `${why}\n${usage}`, { meta: { field: 'options', found: why }, cause })
  }
}

/** Asked once here, so that a wrong URL is told at once; the prover itself waits for a database that goes away. */
async function requireSlot(url: string): Promise<void> {
  const { db, close } = openDatabase(url, { max: 1 })
  try {
    await slotDeployment(db)
  } catch (cause) {
    if (isCairnError(cause)) throw cause
    throw new CairnError('config.invalid', 'The database does not answer, or holds no slot.', { meta: { field: 'database' }, cause })
  } finally {
    await close()
  }
}

function invalid(option: string, found: string, expected: string): CairnError {
  return new CairnError('input.invalid', `--${option}: found ${found}; expected ${expected}.\n${usage}`, {
    meta: { field: option, found, expected },
  })
}
