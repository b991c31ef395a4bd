/** Called with what came in while the last call ran; answers in the same order. */
export type Flush<Item, Answer> = (items: readonly Item[]) => Promise<readonly (Answer | Error)[]>

type GroupLimits = { group: number; line: number; flights?: number }
type Entry<Item, Answer> = { item: Item; resolve(answer: Answer): void; reject(error: unknown): void }

/**
 * Gathers concurrent calls into groups, so that many callers share one durable write. No timer: a group is what waits when one is done, so a lone
 * caller waits for nothing and a crowd shares. `flights`: groups under way at once (one, when left out), so that one is written while the next
 * is checked. `null` from `add` means the line is full: the caller should come back.
 */
export class GroupCommit<Item, Answer> {
  readonly #flush: Flush<Item, Answer>
  readonly #limits: GroupLimits
  #waiting: Entry<Item, Answer>[] = []
  #running = 0

  constructor(flush: Flush<Item, Answer>, limits: GroupLimits) {
    this.#flush = flush
    this.#limits = limits
  }

  get length(): number {
    return this.#waiting.length
  }

  /** Null when the line is full. Rejects with what `flush` threw or answered for this item. */
  add(item: Item): Promise<Answer> | null {
    if (this.#waiting.length >= this.#limits.line) return null
    const answer = new Promise<Answer>((resolve, reject) => this.#waiting.push({ item, resolve, reject }))
    // Started after the current turn of the event loop: whoever calls in the same turn joins the first group.
    if (this.#running < (this.#limits.flights ?? 1)) {
      this.#running++
      setImmediate(() => void this.#run())
    }
    return answer
  }

  async #run() {
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, this.#limits.group)
      try {
        const answers = await this.#flush(group.map(({ item }) => item))
        for (const [i, entry] of group.entries()) {
          const answer = answers[i]
          if (answer === undefined) entry.reject(new Error('a group commit gave no answer'))
          else if (answer instanceof Error) entry.reject(answer)
          else entry.resolve(answer)
        }
      } catch (error) {
        for (const entry of group) entry.reject(error)
      }
    }
    this.#running--
  }
}
