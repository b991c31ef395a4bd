export type Limit = <T>(task: () => Promise<T>) => Promise<T>

/** At most so many tasks at once; the rest waits in order. */
export function limited(most: number): Limit {
  let running = 0
  const waiting: (() => void)[] = []
  return async (task) => {
    // A finished task hands its place straight to the next one, so `running` never passes `most`.
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}

/** Reads one answer per item, in the order of the items. */
export function readAll<A, B>(items: readonly A[], limit: Limit, read: (item: A) => Promise<B>): Promise<B[]> {
  return Promise.all(items.map((item) => limit(() => read(item))))
}
