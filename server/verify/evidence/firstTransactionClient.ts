import type { EvmReader, Head } from '#chains/reader.ts'
import type { FirstTransactionRecord } from '../query.ts'
import { behind, itemOf, type Part } from './items.ts'

/** Where a wallet's first transaction is: in a block above `low`, at `high` at the latest. */
type Search = { wallet: string; low: bigint; high: bigint }

/**
 * The block of a wallet's first transaction: the first one after which its nonce is not zero, found by search over old state (an archive node), for
 * all wallets side by side. Known for good once that block is final.
 */
export function createFirstTransactionPart(reader: EvmReader): Part<'evm.firstTransaction'> {
  const first = new Map<string, FirstTransactionRecord>()

  const hasSent = async (asked: readonly { wallet: string; at: bigint }[]): Promise<boolean[]> => {
    const found: boolean[] = asked.map(() => false)
    const byBlock = Map.groupBy(asked.keys(), (index) => asked[index]?.at ?? 0n)
    await Promise.all(
      [...byBlock].map(async ([at, indexes]) => {
        const reads = indexes.map((index) => ({ what: 'nonce' as const, address: asked[index]?.wallet ?? '' }))
        for (const [position, nonce] of (await reader.state(reads, at)).entries())
          found[indexes[position] ?? 0] = nonce !== null && BigInt(nonce) > 0n
      }),
    )
    return found
  }

  /** As many blocks of each wallet at once as fit into one JSON-RPC batch: fewer rounds for few wallets. */
  async function narrow(searches: readonly Search[]): Promise<Search[]> {
    const pieces = BigInt(Math.min(16, Math.max(2, Math.floor(reader.chain.limits.batch / searches.length) + 1)))
    const probes = searches.flatMap((search) => cutsOf(search, pieces).map((at) => ({ wallet: search.wallet, at })))
    const sent = await hasSent(probes)
    return searches.map((search) => {
      const mine = probes.flatMap(({ wallet, at }, index) => (wallet === search.wallet ? [{ at, sent: sent[index] === true }] : []))
      const high = mine.find((probe) => probe.sent)?.at ?? search.high
      const low = mine.findLast((probe) => !probe.sent && probe.at < high)?.at ?? search.low
      return { ...search, low, high }
    })
  }

  async function find(wallets: readonly string[], head: Head): Promise<Map<string, FirstTransactionRecord>> {
    const sent = await hasSent(wallets.map((wallet) => ({ wallet, at: head.latest.number })))
    let open: Search[] = wallets.filter((_, index) => sent[index]).map((wallet) => ({ wallet, low: -1n, high: head.latest.number }))
    const done: Search[] = []
    while (open.length > 0) {
      const narrowed = await narrow(open)
      done.push(...narrowed.filter(({ low, high }) => high - low === 1n))
      open = narrowed.filter(({ low, high }) => high - low > 1n)
    }
    const blocks = await reader.blocks(done.map(({ high }) => high))
    return new Map(
      done.map(({ wallet, high }, index) => {
        const block = blocks[index]
        if (!block) throw behind(reader, `block ${high} is not there`)
        return [wallet, { blockNumber: block.number.toString(), blockHash: block.hash, blockTime: block.time }]
      }),
    )
  }

  return {
    clear: () => first.clear(),
    async read(queries, head) {
      const missing = [...new Set(queries.map(({ wallet }) => wallet))].filter((wallet) => !first.has(wallet))
      const found = missing.length === 0 ? new Map<string, FirstTransactionRecord>() : await find(missing, head)
      for (const [wallet, record] of found) if (BigInt(record.blockNumber) <= head.finalized.number) first.set(wallet, record)
      return queries.map((query) => {
        const record = first.get(query.wallet) ?? found.get(query.wallet)
        const records = record ? [record] : []
        return { query, item: itemOf<'evm.firstTransaction'>({ query, records, upTo: head.latest.number }, reader, head) }
      })
    },
  }
}

/** Blocks that cut what is left of a search into so many pieces, oldest first. */
function cutsOf({ low, high }: Search, pieces: bigint): bigint[] {
  const width = high - low
  const cuts = Array.from({ length: Number(pieces) - 1 }, (_, index) => low + (width * BigInt(index + 1)) / pieces)
  return [...new Set(cuts)].filter((at) => at > low && at < high)
}
