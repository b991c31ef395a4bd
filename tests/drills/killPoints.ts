import type { Verdict } from './proxy/postgresProxy.ts'

export type Phase = 'before' | 'after'
export type KillPoint = { process: string; what: string; phase: Phase }

/**
 * The points at which processes are to die. First it only watches (`learn`), so that every point of a batch's life is known; then each is hit
 * once: the process dies there, is started again, and comes by again.
 */
export class KillPoints {
  readonly #points = new Map<string, KillPoint & { hits: number }>()
  readonly #kind: string
  #armed = false
  #most = Number.POSITIVE_INFINITY

  constructor(kind: 'COMMIT' | 'send') {
    this.#kind = kind
  }

  /** From now on processes die. `most`: points to hit in all. */
  arm(most = Number.POSITIVE_INFINITY) {
    this.#armed = true
    this.#most = most
  }

  disarm() {
    this.#armed = false
  }

  /** A process is at a point: `cut` says that it has to die here. What was committed or sent once is a point, both before and after. */
  at(process: string, what: string, phase: Phase): Verdict {
    if (phase === 'after') this.#know(process, what)
    const point = this.#points.get(keyOf({ process, what, phase }))
    if (!point || !this.#armed || point.hits > 0 || this.hit.length >= this.#most) return 'pass'
    point.hits++
    return 'cut'
  }

  get hit(): KillPoint[] {
    return [...this.#points.values()].filter(({ hits }) => hits > 0)
  }

  get left(): KillPoint[] {
    return [...this.#points.values()].filter(({ hits }) => hits === 0)
  }

  get size(): number {
    return this.#points.size
  }

  text({ process, what, phase }: KillPoint): string {
    return `${process}, ${phase} ${this.#kind}: ${what}`
  }

  #know(process: string, what: string) {
    for (const phase of ['before', 'after'] as const) {
      const key = keyOf({ process, what, phase })
      if (!this.#points.has(key)) this.#points.set(key, { process, what, phase, hits: 0 })
    }
  }
}

const keyOf = ({ process, what, phase }: KillPoint) => `${process} ${phase} ${what}`
