import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '#server/shared/clock.ts'
import { ambientEnv } from '#server/shared/env.ts'
import { CairnError } from '#server/shared/errors.ts'
import { type Layout, projectRoot } from './layout.ts'

/** What goes into the site; a change in any of it makes a new build. */
const SOURCES = ['app', 'server', 'chains', 'drizzle', 'contracts/abi', 'contracts/protocol.json', 'public', 'next.config.ts', 'proxy.ts']
const ALSO = ['instrumentation.ts', 'postcss.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json']
const NOT_THE_SITE = /^server\/(cli|workers)(\/|$)/

const output = join(projectRoot, '.next')
// The bundler empties its output folder before each build, all but the cache.
const stampFile = join(output, 'cache', 'cairn-build')
const lockFile = join(output, 'cache', 'cairn-build.lock')

/** Builds the site unless the last build was made from the same sources. Answers whether it built. */
export async function ensureBuild(layout: Layout, signal: AbortSignal): Promise<boolean> {
  const release = await lockBuild()
  try {
    const wanted = sourcesHash()
    if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === `${wanted} ${buildId()}`) return false
    rmSync(stampFile, { force: true })
    await nextBuild(layout.logOf('build'), signal)
    writeFileSync(stampFile, `${wanted} ${buildId()}`)
    return true
  } finally {
    release()
  }
}

/** The bundler's name of what lies in the output folder: another one when somebody built by hand. */
function buildId(): string {
  const file = join(output, 'BUILD_ID')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : 'none'
}

function nextBuild(logFile: string, signal: AbortSignal): Promise<void> {
  const log = openSync(logFile, 'w')
  const next = join(projectRoot, 'node_modules', 'next', 'dist', 'bin', 'next')
  const env: NodeJS.ProcessEnv = { ...ambientEnv(), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  return new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [next, 'build'], {
      cwd: projectRoot,
      env,
      stdio: ['ignore', log, log],
      signal,
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) return resolve()
      const tail = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-25).join('\n')
      reject(new CairnError('internal', `The site does not build (see ${logFile}).\n${tail}`))
    })
  }).finally(() => closeSync(log))
}

/** Hash of names and contents. */
export function sourcesHash(): string {
  const hash = createHash('sha256')
  for (const path of [...SOURCES, ...ALSO].flatMap(filesUnder)) {
    hash.update(`${path}\0`)
    hash.update(
      createHash('sha256')
        .update(readFileSync(join(projectRoot, path)))
        .digest(),
    )
  }
  return hash.digest('hex')
}

function filesUnder(path: string): string[] {
  const full = join(projectRoot, path)
  if (NOT_THE_SITE.test(path) || !existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`))
}

/** One build at a time in this checkout, whichever stack asks. A lock whose owner is gone is taken over. */
async function lockBuild(): Promise<() => void> {
  mkdirSync(join(output, 'cache'), { recursive: true })
  for (;;) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
      return () => rmSync(lockFile, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    if (!ownerLives()) rmSync(lockFile, { force: true })
    else await systemClock.sleep(250)
  }
}

function ownerLives(): boolean {
  try {
    process.kill(Number(readFileSync(lockFile, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}
