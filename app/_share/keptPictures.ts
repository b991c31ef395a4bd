/** Bytes of a PNG. */
export type Picture = Uint8Array<ArrayBuffer>

/** Pictures by what is on them: each is drawn once, however many ask at a time, and the longest unseen is forgotten first. */
export function keepPictures({ most, atOnce }: { most: number; atOnce: number }) {
  const kept = new Map<string, Promise<Picture>>()
  const waiting: (() => void)[] = []
  let drawing = 0

  /** Drawing takes a processor: the others wait. */
  async function inTurn(draw: () => Promise<Picture>): Promise<Picture> {
    if (drawing >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else drawing++
    try {
      return await draw()
    } finally {
      // Whoever waits longest takes this place.
      const next = waiting.shift()
      if (next) next()
      else drawing--
    }
  }

  return {
    has: (key: string) => kept.has(key),
    get(key: string, draw: () => Promise<Picture>): Promise<Picture> {
      const before = kept.get(key)
      if (before) {
        kept.delete(key)
        kept.set(key, before)
        return before
      }
      const picture = inTurn(draw)
      kept.set(key, picture)
      picture.catch(() => kept.delete(key))
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break
        kept.delete(oldest)
      }
      return picture
    },
  }
}

export type KeptPictures = ReturnType<typeof keepPictures>
