import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { systemClock } from '#server/shared/clock.ts'
import { CairnError } from '#server/shared/errors.ts'

/** One process of the stack: how it is started, when it is ready, how it is asked to stop. */
export type ServiceSpec = {
  readonly name: string
  readonly command: string
  /** A function is asked before every start. */
  readonly args: readonly string[] | (() => readonly string[])
  /** The whole environment of the process: nothing is inherited, so a process holds only the secrets listed here. */
  readonly env: Readonly<Record<string, string>>
  readonly cwd?: string
  /** Unix user and group, when the process must not run as root. */
  readonly user?: { readonly uid: number; readonly gid: number }
  readonly stopSignal: 'SIGINT' | 'SIGTERM'
  /** After this long the process is killed. */
  readonly stopWithinMs: number
  readonly readyWithinMs: number
  /** Runs before every start, restarts included. */
  readonly prepare?: () => Promise<void>
  /** True once the process answers. Asked again and again; a rejection counts as "not yet". */
  readonly ready: () => Promise<boolean>
  /** Runs after every start, restarts included, before the service counts as started. */
  readonly onReady?: () => Promise<void>
  /** Runs from then on until the signal, which comes when the process has ended or is asked to. */
  readonly whileUp?: (signal: AbortSignal) => Promise<void>
}

export type RunningService = { readonly spec: ServiceSpec; readonly process: ChildProcess; readonly pid: number; stop(): Promise<void> }

/** Starts the process without waiting for it. Output goes to `logFile` (appended) or nowhere. */
export async function spawnService(spec: ServiceSpec, logFile?: string): Promise<ChildProcess> {
  await spec.prepare?.()
  const output = logFile === undefined ? 'ignore' : openSync(logFile, 'a')
  try {
    return spawn(spec.command, typeof spec.args === 'function' ? spec.args() : spec.args, {
      env: { ...spec.env } as NodeJS.ProcessEnv,
      stdio: ['ignore', output, output],
      // Its own process group: Ctrl-C in the terminal reaches the supervisor alone, which then stops everyone in order.
      detached: true,
      ...(spec.cwd === undefined ? {} : { cwd: spec.cwd }),
      ...(spec.user === undefined ? {} : spec.user),
    })
  } finally {
    if (typeof output === 'number') closeSync(output)
  }
}

/** Waits until the service answers. Throws when it ends first or takes too long. */
export async function waitReady(spec: ServiceSpec, child: ChildProcess, signal?: AbortSignal) {
  const deadline = systemClock.now() + spec.readyWithinMs
  let failure: Error | undefined
  child.once('error', (error) => {
    failure = error
  })
  while (systemClock.now() < deadline && !signal?.aborted) {
    if (failure) throw new CairnError('internal', `${spec.name} could not be started.`, { cause: failure })
    if (hasEnded(child)) {
      throw new CairnError('internal', `${spec.name} ended while starting.`, { meta: { found: child.signalCode ?? child.exitCode } })
    }
    if (await spec.ready().catch(() => false)) return
    await systemClock.sleep(50, signal)
  }
  throw new CairnError('internal', `${spec.name} did not answer within ${spec.readyWithinMs} ms.`)
}

/** Asks a process to stop, kills it when it does not, and returns when it is gone. */
export async function stopProcess(spec: Pick<ServiceSpec, 'stopSignal' | 'stopWithinMs'>, child: ChildProcess) {
  if (hasEnded(child) || child.pid === undefined) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill(spec.stopSignal)
  const timer = setTimeout(() => child.kill('SIGKILL'), spec.stopWithinMs)
  await ended
  clearTimeout(timer)
}

/** Starts one service and waits for it: for tests and one-off commands; the supervisor restarts what dies. */
export async function runService(spec: ServiceSpec, logFile?: string): Promise<RunningService> {
  const child = await spawnService(spec, logFile)
  try {
    await waitReady(spec, child)
  } catch (error) {
    await stopProcess(spec, child)
    throw error
  }
  return { spec, process: child, pid: child.pid ?? 0, stop: () => stopProcess(spec, child) }
}

export function hasEnded(child: ChildProcess) {
  return child.exitCode !== null || child.signalCode !== null
}
