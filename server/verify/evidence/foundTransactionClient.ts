import type { Block, Call, EvmReader, Receipt } from '#chains/reader.ts'
import type { BlockTimes } from './blockTimeClient.ts'
import { behind } from './items.ts'

/** A transaction that concerns somebody, and what has been read of it so far. */
export type FoundTransaction = { hash: string; block: Pick<Block, 'number' | 'hash'>; time?: number; call?: Call; receipt?: Receipt }

export type WholeTransaction = Required<FoundTransaction>

/** Reads what is missing of found transactions, in place, each once. What left the chain meanwhile is a retryable error. */
export function createDetails({ reader, times }: { reader: EvmReader; times: BlockTimes }) {
  const same = (found: FoundTransaction, block: Pick<Block, 'hash'> | undefined) => {
    if (block?.hash !== found.block.hash) throw behind(reader, `transaction ${found.hash} is not in its block`)
  }
  return {
    async calls(all: readonly FoundTransaction[]) {
      const missing = all.filter(({ call }) => call === undefined)
      const calls = await reader.calls(missing.map(({ hash }) => hash))
      for (const [index, found] of missing.entries()) {
        const call = calls[index] ?? undefined
        same(found, call?.block)
        if (call) found.call = call
      }
    },
    async receipts(all: readonly FoundTransaction[]) {
      const missing = all.filter(({ receipt }) => receipt === undefined)
      const receipts = await reader.receipts(missing.map(({ hash }) => hash))
      for (const [index, found] of missing.entries()) {
        const receipt = receipts[index] ?? undefined
        same(found, receipt?.block)
        if (receipt) found.receipt = receipt
      }
      const timeless = all.filter(({ time }) => time === undefined)
      const blockTimes = await times.of(timeless.map(({ block }) => block))
      for (const [index, found] of timeless.entries()) found.time = blockTimes[index] ?? 0
    },
    /** The transactions of these hashes that are on the chain. */
    async lookUp(hashes: readonly string[]): Promise<FoundTransaction[]> {
      const calls = await reader.calls(hashes)
      return calls.flatMap((call) => (call ? [{ hash: call.hash, block: call.block, call }] : []))
    },
  }
}
