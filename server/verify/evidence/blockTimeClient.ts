import type { Block, ChainReader, Head } from '#chains/reader.ts'
import type { Range } from '../query.ts'
import { behind } from './items.ts'

export type BlockTimes = {
  /** The first block with `time >= at` (unix seconds); the block after the head when the instant is still to come. */
  firstAt(at: number | undefined, head: Head): Promise<bigint>
  /** The first block of a window. */
  startOf(range: Range, head: Head): Promise<bigint>
  /** Times of blocks, in the order asked; a block that left the chain is a retryable error. */
  of(blocks: readonly Pick<Block, 'number' | 'hash'>[]): Promise<number[]>
  clear(): void
}

type Times = ChainReader & { blocks(numbers: readonly bigint[]): Promise<(Block | null)[]> }

/** Blocks by time and times by block, read once. */
export function createBlockTimes(reader: Times): BlockTimes {
  const first = new Map<number, bigint>()
  const byHash = new Map<string, number>()
  return {
    async startOf({ fromTime, fromBlock }, head) {
      const byTime = await this.firstAt(fromTime, head)
      const byNumber = BigInt(fromBlock ?? 0)
      return byTime > byNumber ? byTime : byNumber
    },
    async firstAt(at, head) {
      if (at === undefined) return 0n
      const kept = first.get(at)
      if (kept !== undefined) return kept
      if (at > head.latest.time) return head.latest.number + 1n
      const found = await search(reader, at, head)
      // Only below finality the answer can no longer change.
      if (found <= head.finalized.number) first.set(at, found)
      return found
    },
    async of(blocks) {
      const missing = [...new Map(blocks.filter(({ hash }) => !byHash.has(hash)).map((block) => [block.hash, block])).values()]
      const read = await reader.blocks(missing.map(({ number }) => number))
      for (const [index, block] of read.entries()) {
        if (!block || block.hash !== missing[index]?.hash) throw behind(reader, `block ${missing[index]?.number} left the chain`)
        byHash.set(block.hash, block.time)
      }
      return blocks.map(({ hash }) => byHash.get(hash) ?? 0)
    },
    clear() {
      first.clear()
      byHash.clear()
    },
  }
}

async function search(reader: ChainReader, at: number, head: Head): Promise<bigint> {
  let low = 0n
  let high = head.latest.number
  // Invariant: every block below `low` is older than the instant, block `high` is not.
  while (low < high) {
    const middle = (low + high) / 2n
    const block = await reader.block(middle)
    // A node that has dropped that old block: whatever it can still tell lies above.
    if (block === null || block.time < at) low = middle + 1n
    else high = middle
  }
  return low
}
