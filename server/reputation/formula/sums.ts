/**
 * What a cap leaves of each amount, where all amounts with one key share it: who stands first is served first. The i-th gets
 * `min(cap, s_i + amount_i) - min(cap, s_i)`, s_i = sum of the earlier ones with its key: in this form a circuit needs no running state.
 */
export function underCap(cap: bigint, amounts: readonly bigint[], keys: readonly unknown[]): bigint[] {
  const rooms = new Map<unknown, { left: bigint }>()
  return amounts.map((amount, i) => {
    let room = rooms.get(keys[i])
    if (!room) {
      room = { left: cap }
      rooms.set(keys[i], room)
    }
    const rest = room.left - amount
    const given = rest < 0n ? room.left : amount
    room.left -= given
    return given
  })
}

/**
 * Whole parts of the fractions `numerators[i] / denominator` that sum to `total`: each is rounded down, and what is left to `total` goes one each
 * to those that lost most by it (largest remainder), ties to who stands first. Needs `total` = the sum of the fractions, rounded down or up;
 * then a fraction of 0 gets 0.
 */
export function apportion(total: bigint, numerators: readonly bigint[], denominator: bigint): bigint[] {
  const parts = numerators.map((numerator) => numerator / denominator)
  const losses = numerators.map((numerator, i) => numerator - (parts[i] ?? 0n) * denominator)
  // Doubles keep the order of integers, and compare faster; only where they are equal the integers decide, then the place.
  const near = losses.map(Number)
  const exactly = (a: bigint, b: bigint) => (a === b ? 0 : a > b ? -1 : 1)
  const order = [...near.keys()].sort((a, b) => (near[b] ?? 0) - (near[a] ?? 0) || exactly(losses[a] ?? 0n, losses[b] ?? 0n) || a - b)
  for (const i of order.slice(0, Number(total - sum(parts)))) parts[i] = (parts[i] ?? 0n) + 1n
  return parts
}

export const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n)
