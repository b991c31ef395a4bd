import type { Call, EvmReader, Head } from '#chains/reader.ts'
import type { TransactionRecord, TransactionsQuery } from '../query.ts'
import type { BlockTimes } from './blockTimeClient.ts'
import { behind, inOrder, itemOf, type Part, type ReadLimits, reached } from './items.ts'
import { createRangeCache, type Due } from './rangeCache.ts'

type FoundCall = { call: Call; number: bigint; hash: string; time: number; success?: boolean }

/** Transactions to the contracts that rules name: one scan of the new blocks for all rules and members; what is final is scanned once. */
export function createCallsPart(reader: EvmReader, times: BlockTimes, limits: ReadLimits): Part<'evm.transactions'> {
  const cache = createRangeCache<FoundCall>(({ number }) => number)

  async function scan({ keys, from, to }: Due): Promise<Map<string, FoundCall[]>> {
    const found = new Map<string, FoundCall[]>(keys.map((key) => [key, []]))
    const numbers = Array.from({ length: Number(to - from) + 1 }, (_, index) => from + BigInt(index))
    for (const [index, block] of (await reader.blocksWithCalls(numbers)).entries()) {
      if (!block) throw behind(reader, `block ${numbers[index]} is not there`)
      for (const call of block.calls) found.get(call.to ?? '')?.push({ call, number: block.number, hash: block.hash, time: block.time })
    }
    return found
  }

  async function addOutcomes(records: readonly FoundCall[]) {
    const missing = records.filter(({ success }) => success === undefined)
    const receipts = await reader.receipts(missing.map(({ call }) => call.hash))
    for (const [index, record] of missing.entries()) {
      const receipt = receipts[index]
      if (!receipt) throw behind(reader, `no receipt of ${record.call.hash}`)
      record.success = receipt.success
    }
  }

  async function answer(query: TransactionsQuery, head: Head) {
    const spans = query.to.map((key) => cache.read(key))
    const mine = spans.flatMap(({ records }) => records).filter(({ call }) => query.wallets.includes(call.from))
    await addOutcomes(mine)
    const records = mine.map(toRecord).toSorted(inOrder)
    const truncated = records.length > limits.records
    return {
      query,
      item: itemOf<'evm.transactions'>(
        { query, records: records.slice(0, limits.records), upTo: reached(spans, head), truncated },
        reader,
        head,
      ),
    }
  }

  return {
    clear: cache.clear,
    async read(queries, head) {
      const wants: { key: string; from: bigint }[] = []
      for (const query of queries) {
        const from = await times.startOf(query, head)
        for (const key of query.to) wants.push({ key, from })
      }
      for (const due of cache.due(wants, head, limits.callBlocks)) cache.store(due, await scan(due), head)
      return Promise.all(queries.map((query) => answer(query, head)))
    },
  }
}

function toRecord({ call, number, hash, time, success }: FoundCall): TransactionRecord {
  return {
    blockNumber: number.toString(),
    blockHash: hash,
    blockTime: time,
    txHash: call.hash,
    from: call.from,
    to: call.to ?? '',
    input: call.input,
    value: call.value.toString(),
    success: success === true,
  }
}
