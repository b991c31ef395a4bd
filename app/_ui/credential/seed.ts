/** A repeatable stream of numbers in [0, 1) from a text: the same quest and holder always give the same stone. */
export type Stream = () => number

/** FNV-1a over the text, then mulberry32. Not for secrets: only for pictures. */
export function seedStream(text: string): Stream {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  let state = (hash ^ (hash >>> 15)) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const between = (next: Stream, from: number, to: number) => from + next() * (to - from)

export const pick = <T>(next: Stream, items: readonly [T, ...T[]]): T => items[Math.floor(next() * items.length)] ?? items[0]
