/** A repeatable stream of numbers in [0, 1) from a text: the same quest and holder always give the same stone. */
export type Stream = () => number

/**
 * 128 bits of the text (four multiply-and-xor lanes, each with an odd factor of its own), then sfc32. With 32 bits two of some ten thousand stones would
 * begin alike. Not for secrets: only for pictures.
 */
export function seedStream(text: string): Stream {
  const factors = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f] as const
  const lanes: [number, number, number, number] = [0x243f6a88, 0x13198a2e, 0xa4093822, 0x082efa98]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    for (let lane = 0; lane < 4; lane++) {
      const before = lanes[(lane + 3) % 4] ?? 0
      const mixed = Math.imul((lanes[lane] ?? 0) ^ unit ^ (before >>> 11), factors[lane] ?? 1)
      lanes[lane] = (mixed ^ (mixed >>> 15)) >>> 0
    }
  }
  let [a, b, c, counter] = lanes
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4294967296
  }
  // The first numbers still show the seed.
  for (let i = 0; i < 15; i++) next()
  return next
}

export const between = (next: Stream, from: number, to: number) => from + next() * (to - from)

export const pick = <T>(next: Stream, items: readonly [T, ...T[]]): T => items[Math.floor(next() * items.length)] ?? items[0]
