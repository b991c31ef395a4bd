/** Keeps answers for a time, and asks once however many ask at the same moment. */
export type TimedCache<T> = { get(key: string, load: () => Promise<T>): Promise<T> }

type Kept<T> = { value: Promise<T>; until: number }

/** `lifetimeMs`: how long an answer counts, from when it came; 0 = not at all. Of more than `size` answers the oldest go. `load` must not throw. */
export function createTimedCache<T>(options: { now(): number; lifetimeMs(value: T): number; size?: number }): TimedCache<T> {
  const { now, lifetimeMs, size = 50_000 } = options
  const kept = new Map<string, Kept<T>>()
  return {
    get(key, load) {
      const known = kept.get(key)
      if (known && known.until > now()) return known.value
      const entry: Kept<T> = { value: load(), until: Number.POSITIVE_INFINITY }
      kept.delete(key)
      kept.set(key, entry)
      for (const oldest of kept.keys()) {
        if (kept.size <= size) break
        kept.delete(oldest)
      }
      const forget = () => {
        if (kept.get(key) === entry) kept.delete(key)
      }
      entry.value.then((value) => {
        entry.until = now() + lifetimeMs(value)
        if (entry.until <= now()) forget()
      }, forget)
      return entry.value
    },
  }
}
