/** An axis: what it is marked at, lowest first, and where a value stands on it, from 0 to 1. */
export type Scale = { ticks: number[]; at(value: number): number }

/** Steps that people count in, within one power of ten. */
const roundSteps = [1, 2, 2.5, 5, 10]
const within = (share: number) => Math.min(1, Math.max(0, share))

/** From 0 to a round number that `most` does not exceed, in three to six steps. `whole`: for counts, which have no fractions. */
export function linearScale(most: number, { whole = false }: { whole?: boolean } = {}): Scale {
  if (most <= 0) return { ticks: [0, 1], at: () => 0 }
  const wanted = most / 4
  const power = 10 ** Math.floor(Math.log10(wanted))
  const fits = (step: number) => step >= wanted && (!whole || Number.isInteger(step))
  const step = roundSteps.map((size) => size * power).find(fits) ?? 10 * power
  const count = Math.max(1, Math.ceil(most / step - 1e-9))
  const top = step * count
  return { ticks: Array.from({ length: count + 1 }, (_, i) => step * i), at: (value) => within(value / top) }
}

/** Powers of ten around values above 0: the first at or below `least`, the last at or above `most`, two at least. */
export function logScale(least: number, most: number): Scale {
  const low = Math.floor(Math.log10(least) + 1e-9)
  const high = Math.max(low + 1, Math.ceil(Math.log10(most) - 1e-9))
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i))
  return { ticks, at: (value) => within((Math.log10(value) - low) / (high - low)) }
}
