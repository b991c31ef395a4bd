import { RetryableChainError } from '#chains/errors.ts'
import type { BlockWithCalls, EvmReader, Head } from '#chains/reader.ts'
import type { FoundTransaction } from './foundTransactionClient.ts'
import { behind, type ReadLimits } from './items.ts'
import { createRangeCache, type Due, type Want } from './rangeCache.ts'
import { sendingBlocks } from './sendingBlocks.ts'

/** So many blocks are held in memory at once. */
const blocksAtOnce = 100

/** Reads blocks with their transactions, each once for all who ask in one pass. */
export function createBlockScan(reader: EvmReader) {
  const kept = new Map<bigint, BlockWithCalls>()
  return {
    /** Shows every transaction of these blocks to `take`. `keep`: the blocks will be asked for again in this pass. */
    async scan(
      numbers: readonly bigint[],
      take: (found: FoundTransaction & { call: NonNullable<FoundTransaction['call']> }) => void,
      keep = false,
    ) {
      for (let at = 0; at < numbers.length; at += blocksAtOnce) {
        const some = numbers.slice(at, at + blocksAtOnce)
        const missing = some.filter((number) => !kept.has(number))
        const read = await reader.blocksWithCalls(missing)
        const fresh = new Map(missing.map((number, index) => [number, read[index]]))
        for (const number of some) {
          const block = kept.get(number) ?? fresh.get(number)
          if (!block) throw behind(reader, `block ${number} is not there`)
          if (keep) kept.set(number, block)
          const { hash, time } = block
          for (const call of block.calls) take({ hash: call.hash, block: { number, hash }, time, call })
        }
      }
    },
    clear: () => kept.clear(),
  }
}
export type BlockScan = ReturnType<typeof createBlockScan>

const numbersOf = ({ from, to }: Pick<Due, 'from' | 'to'>) =>
  Array.from({ length: Number(to - from) + 1 }, (_, index) => from + BigInt(index))

/** A few new blocks are scanned for everybody; so is a range that costs less than asking for every wallet. */
const isShort = ({ from, to, keys }: Due) => to - from < 8n || (to - from) * 4n < BigInt(keys.length)

/**
 * Transactions that wallets sent. A long range is searched by the wallets' counts when the node still has the state of old blocks, else scanned block by block;
 * what is found is the same. Final blocks are read once.
 */
export function createSentTransactions({ reader, scan, limits }: { reader: EvmReader; scan: BlockScan; limits: ReadLimits }) {
  const cache = createRangeCache<FoundTransaction>(({ block }) => block.number)
  let hasHistory = true

  /** What was found, and the last block up to which that is everything: busy wallets are read a piece at a time, too. */
  async function fetch(due: Due): Promise<{ found: Map<string, FoundTransaction[]>; to: bigint }> {
    const found = new Map<string, FoundTransaction[]>(due.keys.map((key) => [key, []]))
    const short = isShort(due)
    const numbers = short || !hasHistory ? numbersOf(due) : await sendingBlocks(due, due.keys, counts)
    const most = Number(limits.callBlocks)
    const to = numbers.length > most ? (numbers[most - 1] ?? due.to) : due.to
    await scan.scan(numbers.slice(0, most), (one) => found.get(one.call.from)?.push(one), short)
    return { found, to }
  }

  async function counts(asks: readonly { wallet: string; at: bigint }[]): Promise<bigint[]> {
    const byBlock = Map.groupBy(asks, ({ at }) => at)
    const answers = new Map<string, bigint>()
    await Promise.all(
      [...byBlock].map(async ([at, some]) => {
        const values = await reader.state(
          some.map(({ wallet }) => ({ what: 'nonce' as const, address: wallet })),
          at,
        )
        for (const [index, { wallet }] of some.entries()) answers.set(`${wallet}|${at}`, BigInt(values[index] ?? 0))
      }),
    )
    return asks.map(({ wallet, at }) => answers.get(`${wallet}|${at}`) ?? 0n)
  }

  async function bringUp(wants: readonly Want[], head: Head): Promise<void> {
    try {
      for (const due of cache.due(wants, head, hasHistory ? limits.logBlocks : limits.callBlocks)) {
        const { found, to } = await fetch(due)
        cache.store({ ...due, to }, found, head)
      }
    } catch (error) {
      if (!hasHistory || !(error instanceof RetryableChainError) || error.reason !== 'pruned') throw error
      hasHistory = false
      await bringUp(wants, head)
    }
  }

  return { bringUp, read: cache.read, clear: cache.clear }
}

/** Transactions straight to wallets. Nothing but the blocks tells of them. */
export function createReceivedTransactions({ scan, limits }: { scan: BlockScan; limits: ReadLimits }) {
  const cache = createRangeCache<FoundTransaction>(({ block }) => block.number)
  return {
    async bringUp(wants: readonly Want[], head: Head) {
      for (const due of cache.due(wants, head, limits.callBlocks)) {
        const found = new Map<string, FoundTransaction[]>(due.keys.map((key) => [key, []]))
        await scan.scan(numbersOf(due), (one) => found.get(one.call.to ?? '')?.push(one), isShort(due))
        cache.store(due, found, head)
      }
    },
    read: cache.read,
    clear: cache.clear,
  }
}
