import type { L2Client } from './slotReader.ts'

type Seen = { number: bigint; hash: string }

/** Blocks remembered: a deeper reorg is answered by `null`, whoever asked begins anew. */
const depth = 256

/**
 * Notices that blocks which were looked at left the chain, and how far back the chain is still the same. One or two calls a pass while
 * nothing happens.
 */
export class ReorgWatch {
  readonly #client: Pick<L2Client, 'getBlock'>
  #seen: Seen[] = []

  constructor(client: Pick<L2Client, 'getBlock'>) {
    this.#client = client
  }

  /**
   * Looks at the chain's head. `ancestor`: the newest remembered block that is still on the chain when some are not (null when none of them
   * is); undefined when nothing was taken back.
   */
  async look(): Promise<{ latest: bigint; ancestor?: bigint | null }> {
    const latest = await this.#client.getBlock({ blockTag: 'latest' })
    const head = { number: latest.number, hash: latest.hash }
    const newest = this.#seen.at(-1)
    const changed = newest !== undefined && !(await this.#stands(newest, head))
    if (changed) await this.#unwind(head)
    const ancestor = changed ? (this.#seen.at(-1)?.number ?? null) : undefined
    if (this.#seen.at(-1)?.number !== head.number) this.#seen.push(head)
    if (this.#seen.length > depth) this.#seen.shift()
    return ancestor === undefined ? { latest: head.number } : { latest: head.number, ancestor }
  }

  async #unwind(head: Seen) {
    let last = this.#seen.at(-1)
    while (last !== undefined && !(await this.#stands(last, head))) {
      this.#seen.pop()
      last = this.#seen.at(-1)
    }
  }

  async #stands({ number, hash }: Seen, head: Seen): Promise<boolean> {
    if (number > head.number) return false
    if (number === head.number) return hash === head.hash
    return (await this.#client.getBlock({ blockNumber: number })).hash === hash
  }
}
