import { type ProveDeps, proveNext } from './proveNext.ts'

type LaneDeps = Omit<ProveDeps, 'prove' | 'circuits'> & {
  /** `background`: at the lowest priority. */
  prove(inputs: Parameters<ProveDeps['prove']>[0], options: { signal: AbortSignal; background?: boolean }): ReturnType<ProveDeps['prove']>
}

/** One prover's two lanes: a small proof starts at once, a large one runs beside it and all but stands still meanwhile. */
export class ProverLanes {
  readonly #deps: LaneDeps
  readonly #signal: AbortSignal
  #background: Promise<void> | null = null

  constructor(deps: LaneDeps, signal: AbortSignal) {
    this.#deps = deps
    this.#signal = signal
  }

  /** Proves one small batch, or sees to it that a large one is on its way. True when there may be more to do at once. */
  async tick(): Promise<boolean> {
    if (await proveNext({ ...this.#deps, circuits: ['small'] }, this.#signal)) return true
    this.#background ??= this.#provesLarge()
    return false
  }

  /** Resolves when the large proof under way has ended. */
  async stop() {
    await this.#background
  }

  async #provesLarge() {
    const prove: ProveDeps['prove'] = (inputs, options) => this.#deps.prove(inputs, { ...options, background: true })
    try {
      await proveNext({ ...this.#deps, prove, circuits: ['large', 'bulk'] }, this.#signal)
    } catch (error) {
      this.#deps.log.error({ err: error }, 'the background lane failed')
    } finally {
      this.#background = null
    }
  }
}
