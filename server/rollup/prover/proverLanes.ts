import type { CircuitName } from '#server/rollup/protocol/constants.gen.ts'
import { type ProveDeps, proveNext } from './proveNext.ts'

type LaneDeps = Omit<ProveDeps, 'prove'> & {
  /** `background`: at the lowest priority. */
  prove(inputs: Parameters<ProveDeps['prove']>[0], options: { signal: AbortSignal; background?: boolean }): ReturnType<ProveDeps['prove']>
}

/** One prover's two lanes: a small proof starts at once, a large one runs beside it and all but stands still meanwhile. */
export class ProverLanes {
  readonly #deps: LaneDeps
  readonly #signal: AbortSignal
  readonly #large: readonly CircuitName[]
  readonly #small: boolean
  #background: Promise<void> | null = null

  constructor(deps: LaneDeps, signal: AbortSignal) {
    const { circuits = ['small', 'large', 'bulk'] } = deps
    this.#deps = deps
    this.#signal = signal
    this.#small = circuits.includes('small')
    this.#large = circuits.filter((circuit) => circuit !== 'small')
  }

  /** Proves one small batch, or sees to it that a large one is on its way. True when there may be more to do at once. */
  async tick(): Promise<boolean> {
    if (this.#small && (await proveNext({ ...this.#deps, circuits: ['small'] }, this.#signal))) return true
    if (this.#large.length > 0) this.#background ??= this.#provesLarge()
    return false
  }

  /** Resolves when the large proof under way has ended. */
  async stop() {
    await this.#background
  }

  async #provesLarge() {
    const prove: ProveDeps['prove'] = (inputs, options) => this.#deps.prove(inputs, { ...options, background: true })
    try {
      await proveNext({ ...this.#deps, prove, circuits: this.#large }, this.#signal)
    } catch (error) {
      this.#deps.log.error({ err: error }, 'the background lane failed')
    } finally {
      this.#background = null
    }
  }
}
