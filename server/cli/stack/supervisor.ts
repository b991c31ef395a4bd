import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { systemClock } from '#server/shared/clock.ts'
import { CairnError } from '#server/shared/errors.ts'
import { killGroup, markOf, type ProcessMark } from './runFile.ts'
import { hasEnded, type ServiceSpec, spawnService, stopProcess, waitReady } from './service.ts'

export type SupervisorDeps = {
  logOf(name: string): string
  /** Called whenever a process came or went. */
  changed(processes: Record<string, ProcessMark>): void
  /** A line for whoever watches the stack. */
  say(line: string): void
}

type Kept = { spec: ServiceSpec; child?: ChildProcess; loop: Promise<void> }

const FIRST_BACK_OFF_MS = 200
const LONGEST_BACK_OFF_MS = 5000
/** Who lived this long was well: the next failure starts with a short pause again. */
const WELL_AFTER_MS = 15_000
const FIRST_START_ATTEMPTS = 3

/** Starts processes, starts them again when they die, and stops them all. */
export class Supervisor {
  readonly #deps: SupervisorDeps
  readonly #kept = new Map<string, Kept>()
  readonly #stopping = new AbortController()

  constructor(deps: SupervisorDeps) {
    this.#deps = deps
  }

  /** Starts a process and returns once it answers. Throws with the end of its log when it cannot be brought up. */
  start(spec: ServiceSpec): Promise<void> {
    return new Promise((resolve, reject) => {
      const kept: Kept = { spec, loop: Promise.resolve() }
      this.#kept.set(spec.name, kept)
      kept.loop = this.#keep(kept, resolve, reject)
    })
  }

  /** Stops the named processes, or all, in the reverse order of their start; those of one group at the same time. */
  async stop(groups: readonly (readonly string[])[]) {
    this.#stopping.abort()
    const named = new Set(groups.flat())
    const rest = [...this.#kept.keys()].filter((name) => !named.has(name))
    for (const group of [rest, ...groups]) {
      await Promise.all(
        group.map(async (name) => {
          const kept = this.#kept.get(name)
          if (!kept) return
          if (kept.child) await stopProcess(kept.spec, kept.child)
          await kept.loop
        }),
      )
    }
  }

  async #keep(kept: Kept, started: () => void, failed: (error: unknown) => void) {
    const { spec } = kept
    let everReady = false
    for (let failures = 0; !this.#stopping.signal.aborted; ) {
      const startedAt = systemClock.now()
      const end = await this.#runOnce(kept, () => {
        everReady = true
        started()
      })
      if (this.#stopping.signal.aborted) break
      failures = systemClock.now() - startedAt > WELL_AFTER_MS ? 1 : failures + 1
      if (!everReady && failures >= FIRST_START_ATTEMPTS) {
        this.#kept.delete(spec.name)
        return failed(new CairnError('internal', `${spec.name} does not start (${end}).\n${lastLines(this.#deps.logOf(spec.name))}`))
      }
      if (everReady) this.#deps.say(`${spec.name} ended (${end}); starting it again`)
      await systemClock.sleep(Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** (failures - 1)), this.#stopping.signal)
    }
    // Asked to stop before it was ever ready: whoever waits is told.
    if (!everReady) failed(new CairnError('internal', `${spec.name} was stopped while starting.`))
  }

  /** One life of a process, from its start to its end; answers how it ended. */
  async #runOnce(kept: Kept, ready: () => void): Promise<string> {
    const { spec } = kept
    try {
      const child = await spawnService(spec, this.#deps.logOf(spec.name))
      kept.child = child
      const ended = new Promise<string>((resolve) => {
        child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`))
        child.once('error', (error) => resolve(error.message))
      })
      this.#changed()
      const up = new AbortController()
      child.once('exit', () => up.abort())
      // One that neither answers nor ends is ended, so that the next attempt finds its port free.
      waitReady(spec, child, this.#stopping.signal)
        .then(() => spec.onReady?.())
        .then(() => {
          ready()
          return spec.whileUp?.(AbortSignal.any([up.signal, this.#stopping.signal]))
        })
        .catch((error: unknown) => {
          if (!hasEnded(child) && !this.#stopping.signal.aborted)
            this.#deps.say(`${spec.name}: ${error instanceof Error ? error.message : error}`)
          return stopProcess(spec, child)
        })
      const end = await ended
      // What it started itself must not outlive it (a prover's native process, Postgres' sessions).
      if (child.pid !== undefined) killGroup(child.pid)
      return end
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? ` ${error.cause.message.trim()}` : ''
      return `${error instanceof Error ? error.message : String(error)}${cause}`
    } finally {
      delete kept.child
      this.#changed()
    }
  }

  #changed() {
    const marks: Record<string, ProcessMark> = {}
    for (const [name, { child }] of this.#kept) if (child?.pid !== undefined) marks[name] = markOf(child.pid)
    this.#deps.changed(marks)
  }
}

function lastLines(file: string): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-12).join('\n')
  } catch {
    return ''
  }
}
