import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { systemClock } from '#server/shared/clock.ts'
import type { Layout } from './layout.ts'

/** A process as the run file names it. `startedAt` tells it from a later process with the same id. */
export type ProcessMark = { readonly pid: number; readonly startedAt: string | null }

/** What runs now: read by every command that talks to the stack. */
export type RunFile = {
  readonly supervisor: ProcessMark
  readonly ready: boolean
  readonly url: string
  readonly gatewayPort: number
  readonly databaseUrl: string
  readonly processes: Readonly<Record<string, ProcessMark>>
}

export function writeRunFile(layout: Layout, content: RunFile) {
  const aside = `${layout.runFile}.${process.pid}`
  writeFileSync(aside, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  renameSync(aside, layout.runFile)
}

export function readRunFile(layout: Layout): RunFile | null {
  if (!existsSync(layout.runFile)) return null
  try {
    return JSON.parse(readFileSync(layout.runFile, 'utf8')) as RunFile
  } catch {
    // Half a file cannot be: it is renamed into place. Somebody else's content is as good as none.
    return null
  }
}

export const removeRunFile = (layout: Layout) => rmSync(layout.runFile, { force: true })

export const markOf = (pid: number): ProcessMark => ({ pid, startedAt: startTime(pid) })

/** True while exactly this process runs. */
export function isAlive(mark: ProcessMark): boolean {
  try {
    process.kill(mark.pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return mark.startedAt === startTime(mark.pid) && !isZombie(mark.pid)
}

/** How long a process may take to end by itself. */
const PATIENCE_MS = 8000

/** Ends a process with everything it started, if it is still the same one: asked first, then by force. */
export async function endTree(mark: ProcessMark) {
  if (!isAlive(mark)) return
  // SIGINT is what Postgres takes for "now, but properly"; everyone else treats it like SIGTERM.
  process.kill(mark.pid, 'SIGINT')
  for (let i = 0; i < PATIENCE_MS / 25 && isAlive(mark); i++) await systemClock.sleep(25)
  killGroup(mark.pid)
  for (let i = 0; i < 200 && isAlive(mark); i++) await systemClock.sleep(25)
}

/** Kills what is left of a process group. */
export function killGroup(pid: number) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nobody left.
  }
}

/** Clock ticks since boot at which the process started (Linux); null elsewhere. */
function startTime(pid: number): string | null {
  return statOf(pid)?.[19] ?? null
}

/** True for a process that has ended and that nobody has asked about: it still has its id, and `kill` still finds it. */
export const isZombie = (pid: number) => statOf(pid)?.[0] === 'Z'

/** Fields of /proc/PID/stat from the third on: the second is a name that may hold spaces and brackets. */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}
