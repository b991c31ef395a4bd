/** Lets requests to one host go one by one: resolves when it is the request's turn, false when that would be too late. */
export type HostPace = (host: string) => Promise<boolean>

/** At most `perSecond` requests to one host, evenly; whoever would wait longer than `patienceMs` is turned away at once. */
export function createHostPace(options: {
  now(): number
  sleep(ms: number): Promise<void>
  perSecond?: number
  patienceMs?: number
}): HostPace {
  const { now, sleep, perSecond = 5, patienceMs = 20_000 } = options
  const nextAt = new Map<string, number>()
  return async (host) => {
    const at = Math.max(now(), nextAt.get(host) ?? 0)
    const wait = at - now()
    if (wait > patienceMs) return false
    nextAt.set(host, at + 1000 / perSecond)
    // Hosts whose turn is over need no memory.
    if (nextAt.size > 10_000) for (const [name, free] of nextAt) if (free < now()) nextAt.delete(name)
    if (wait > 0) await sleep(wait)
    return true
  }
}
