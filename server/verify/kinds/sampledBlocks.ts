import type { BlockRef } from '../query.ts'

/** Block numbers at which a balance is looked at between two blocks. */
export type Slices = { width: bigint; boundaries: bigint[] }

/**
 * Cuts the blocks after `from` up to `to` into slices on a grid that does not move with the interval: a power of two wide, at least as many as asked for and
 * at most twice as many (fewer only where there are fewer blocks).
 */
export function slicesOf(from: bigint, to: bigint, samples: number): Slices {
  let width = 1n
  while (width * 2n * BigInt(samples) <= to - from) width *= 2n
  const boundaries: bigint[] = []
  for (let at = (from / width + 1n) * width; at <= to; at += width) boundaries.push(at)
  return { width, boundaries }
}

/**
 * The block of each slice at which the balance counts: chosen by the hash of the block that ends the slice, so nobody knows it while the slice lasts, and
 * the same whenever it is looked at: trying again changes nothing. What follows the last whole slice is sampled by the hash of the last block.
 */
export function sampledBlocks(
  { width, boundaries }: Slices,
  hashes: ReadonlyMap<bigint, string>,
  ends: { from: bigint; to: BlockRef },
): bigint[] {
  const last = BigInt(ends.to.number)
  const chosen = boundaries.flatMap((boundary) => pick(boundary - width, width, hashes.get(boundary)))
  const tail = boundaries.at(-1) ?? ends.from
  const rest = last - tail
  const all = rest > 1n ? [...chosen, ...pick(tail, rest, ends.to.hash)] : chosen
  return [...new Set(all)].filter((block) => block > ends.from && block < last)
}

function pick(start: bigint, width: bigint, hash: string | undefined): bigint[] {
  return hash !== undefined && /^0x[0-9a-f]{64}$/.test(hash) ? [start + (BigInt(hash) % width)] : []
}
