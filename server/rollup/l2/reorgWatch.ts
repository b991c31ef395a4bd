import type { L2Client } from './slotReader.ts'

type Seen = { number: bigint; hash: string }

/** Blocks remembered: a deeper reorg is answered by `null`, whoever asked begins anew. */
const depth = 256

/**
 * Notices that blocks which were looked at left the chain, and how far back the chain is still the same. One or two calls a pass while
 * nothing happens. What it noticed it says again until it is told that all was done about it: whoever asks may fail halfway.
 */
export class ReorgWatch {
  readonly #client: Pick<L2Client, 'getBlock'>
  #seen: Seen[] = []
  /** The lowest ancestor that was said and not dealt with. */
  #open: bigint | null | undefined

  constructor(client: Pick<L2Client, 'getBlock'>) {
    this.#client = client
  }

  /**
   * Looks at the chain's head. `ancestor`: the newest remembered block that is still on the chain when some are not (null when none of them
   * is); undefined when nothing was taken back since `settled`.
   */
  async look(): Promise<{ latest: bigint; ancestor?: bigint | null }> {
    const { number, hash } = await this.#client.getBlock({ blockTag: 'latest' })
    const head = { number, hash }
    let kept = this.#seen.length
    for (let last = this.#seen[kept - 1]; last && !(await this.#stands(last, head)); last = this.#seen[kept - 1]) kept--
    // Nothing can fail from here on: what is forgotten is said.
    if (kept < this.#seen.length) {
      this.#seen.length = kept
      this.#open = lower(this.#open, this.#seen.at(-1)?.number ?? null)
    }
    if (this.#seen.at(-1)?.number !== number) this.#seen.push(head)
    if (this.#seen.length > depth) this.#seen.shift()
    return this.#open === undefined ? { latest: number } : { latest: number, ancestor: this.#open }
  }

  /** All that the last look said was done. */
  settled(): void {
    this.#open = undefined
  }

  async #stands({ number, hash }: Seen, head: Seen): Promise<boolean> {
    if (number > head.number) return false
    if (number === head.number) return hash === head.hash
    return (await this.#client.getBlock({ blockNumber: number })).hash === hash
  }
}

function lower(a: bigint | null | undefined, b: bigint | null): bigint | null {
  if (a === undefined) return b
  return a === null || b === null ? null : a < b ? a : b
}
