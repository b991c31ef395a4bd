/**
 * What a cap leaves of each amount, where all amounts with one key share it: who stands first is served first. The i-th gets
 * `min(cap, s_i + amount_i) - min(cap, s_i)`, s_i = sum of the earlier ones with its key: in this form a circuit needs no running state.
 */
export function underCap(cap: bigint, amounts: readonly bigint[], keys: readonly unknown[]): bigint[] {
  const room = new Map<unknown, bigint>()
  return amounts.map((amount, i) => {
    const left = room.get(keys[i]) ?? cap
    const isCut = amount > left
    room.set(keys[i], isCut ? 0n : left - amount)
    return isCut ? left : amount
  })
}

/**
 * Whole parts of the fractions `numerators[i] / denominator` that sum to `total`: each is rounded down, and what is left to `total` goes one each
 * to those that lost most by it (largest remainder), ties to who stands first. Needs `total` = the sum of the fractions, rounded down or up;
 * then a fraction of 0 gets 0.
 */
export function apportion(total: bigint, numerators: readonly bigint[], denominator: bigint): bigint[] {
  const parts = numerators.map((numerator) => numerator / denominator)
  const left = Number(total - sum(parts))
  const byLoss = numerators
    .map((numerator, index) => ({ index, loss: numerator % denominator }))
    .sort((a, b) => (a.loss === b.loss ? a.index - b.index : a.loss > b.loss ? -1 : 1))
  for (const { index } of byLoss.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n
  return parts
}

export const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n)
