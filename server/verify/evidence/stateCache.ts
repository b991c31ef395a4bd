/** Values by key: what is final is kept until there is no room, what is not only under the head it was read at. */
export type StateCache<V> = {
  has(key: string): boolean
  get(key: string): V | undefined
  set(key: string, value: V, final: boolean): void
  /** Another head: what was not final may have changed. */
  moveTo(headHash: string): void
  clear(): void
}

/** Keeps at most `most` values of each sort; the oldest final ones go first. Values of the present head are never dropped: a pass needs them all. */
export function createStateCache<V>(most: number): StateCache<V> {
  const final = new Map<string, V>()
  const open = new Map<string, V>()
  let head = ''
  const trim = () => {
    for (const key of final.keys()) {
      if (final.size <= most) return
      final.delete(key)
    }
  }
  return {
    has: (key) => open.has(key) || final.has(key),
    get: (key) => (open.has(key) ? open.get(key) : final.get(key)),
    set(key, value, isFinal) {
      if (isFinal) final.set(key, value)
      else open.set(key, value)
    },
    moveTo(headHash) {
      // Between passes only, so that what one pass has read is there until it is answered.
      trim()
      if (headHash !== head) open.clear()
      head = headHash
    },
    clear() {
      final.clear()
      open.clear()
    },
  }
}
