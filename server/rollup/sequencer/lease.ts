import type { Database } from '#drizzle/client.ts'
import type { Clock } from '#server/shared/clock.ts'
import type { Log } from '#server/shared/log.ts'
import { dropLease, type Fence, takeLease } from './leaseStore.ts'

export const sequencerLease = 'sequencer'
/** A dead holder is missed after `leaseSeconds`; a standby asks three times in that time, so it takes over within eight seconds. */
export const leaseSeconds = 6

type LeaseDeps = { db: Database; clock: Clock; log: Log; holder: string; seconds?: number }

/**
 * One process of many does the work. The lease is renewed beside the work, however long that takes. Its end is not what keeps two
 * apart (clocks stop, processes sleep): every write checks the fence.
 */
export class Lease {
  readonly #deps: LeaseDeps
  readonly #stop = new AbortController()
  readonly #loop: Promise<void>
  #fence: Fence | null = null
  #first: Promise<unknown> = Promise.resolve()

  constructor(deps: LeaseDeps) {
    this.#deps = deps
    this.#first = this.#renew()
    this.#loop = this.#run()
  }

  /** The fence to write with; null for a standby. */
  async current(): Promise<Fence | null> {
    await this.#first
    return this.#fence
  }

  /** After a write was refused by its fence: asks anew. */
  lost() {
    this.#fence = null
  }

  async stop() {
    this.#stop.abort()
    await this.#loop
    if (this.#fence)
      await dropLease(this.#deps.db, this.#fence).catch((error: unknown) => this.#deps.log.warn({ err: error }, 'lease not given back'))
  }

  async #run() {
    const { clock, seconds = leaseSeconds } = this.#deps
    await this.#first
    while (!this.#stop.signal.aborted) {
      await clock.sleep((seconds * 1000) / 3, this.#stop.signal)
      if (!this.#stop.signal.aborted) await this.#renew()
    }
  }

  async #renew() {
    const { db, log, holder, seconds = leaseSeconds } = this.#deps
    try {
      const fence = await takeLease(db, sequencerLease, holder, seconds)
      if (fence && this.#fence?.token !== fence.token) log.info({ token: fence.token }, 'this sequencer is the active one')
      if (!fence && this.#fence) log.warn('another sequencer is the active one')
      this.#fence = fence
    } catch (error) {
      // A database that is away for a moment: the fence is checked with every write.
      log.warn({ err: error }, 'lease not renewed')
    }
  }
}
