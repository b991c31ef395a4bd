import type { ChildProcess } from 'node:child_process'
import { type ServiceSpec, spawnService, stopProcess } from '#server/cli/stack/service.ts'
import { systemClock } from '#server/shared/clock.ts'

/**
 * A process that is started again whenever it dies, as the supervisor of a slot does, and that says how long each time took until it went on:
 * from its start to the first thing it got done, or, when `idle` says that nothing waits for it, until it was ready.
 */
export class Supervised {
  readonly recoveries: number[] = []
  readonly #spec: ServiceSpec
  readonly #logFile: string
  readonly #idle: () => Promise<boolean>
  #child: ChildProcess | undefined
  #wanted = false
  #restartedAt: number | null = null
  #turning: Promise<void> = Promise.resolve()
  deaths = 0

  constructor(spec: ServiceSpec, options: { logFile: string; idle(): Promise<boolean> }) {
    this.#spec = spec
    this.#logFile = options.logFile
    this.#idle = options.idle
  }

  get pid(): number | undefined {
    return this.#child?.pid
  }

  /** Starts it; `settle`: and waits until it got something done. What is measured is how it gets up again, not how it is started. */
  async start({ settle = true } = {}) {
    const before = this.recoveries.length
    this.#wanted = true
    await this.#spawn()
    if (settle) await this.settled()
    else this.#restartedAt = null
    this.recoveries.length = before
  }

  /** Ends it as a power cut does. It is started again, unless `forGood`. */
  kill({ forGood = false } = {}) {
    if (forGood) this.#wanted = false
    this.#child?.kill('SIGKILL')
  }

  /** It got something done that others can see. */
  progressed() {
    if (this.#restartedAt === null) return
    this.recoveries.push((systemClock.now() - this.#restartedAt) / 1000)
    this.#restartedAt = null
  }

  /** Resolves once it went on after its last start. */
  async settled(withinMs = 120_000) {
    const deadline = systemClock.now() + withinMs
    while (this.#restartedAt !== null) {
      if (systemClock.now() > deadline) throw new Error(`${this.#spec.name} did not go on within ${withinMs / 1000} s`)
      await systemClock.sleep(50)
    }
  }

  async stop() {
    this.#wanted = false
    await this.#turning
    if (this.#child) await stopProcess(this.#spec, this.#child)
    this.#restartedAt = null
  }

  async #spawn() {
    this.#restartedAt = systemClock.now()
    const child = await spawnService(this.#spec, this.#logFile)
    this.#child = child
    child.once('exit', (_code, signal) => {
      this.deaths++
      if (this.#wanted) this.#turning = this.#again(signal === 'SIGKILL')
    })
    void this.#watch(child)
  }

  /** At once when it was killed; what ended by itself (no database, say) is given a moment. */
  async #again(atOnce: boolean) {
    if (!atOnce) await systemClock.sleep(500)
    if (this.#wanted) await this.#spawn()
  }

  async #watch(child: ChildProcess) {
    while (this.#child === child && this.#restartedAt !== null && this.#wanted) {
      const ready = await this.#spec.ready().catch(() => false)
      if (ready && this.#child === child && (await this.#idle().catch(() => false))) return this.progressed()
      await systemClock.sleep(50)
    }
  }
}
