import type { EvmReader, Head } from '#chains/reader.ts'
import { actsFor } from '../kinds/calls/accountLogs.ts'
import { containsBytes } from '../kinds/filters.ts'
import type { RawLog, TransactionRecord, TransactionsQuery } from '../query.ts'
import { createAccountActs } from './accountActsClient.ts'
import type { BlockTimes } from './blockTimeClient.ts'
import { createConductLogs } from './conductLogsClient.ts'
import { createDetails, type FoundTransaction, type WholeTransaction } from './foundTransactionClient.ts'
import { inOrder, itemOf, type Part, type ReadLimits, reached } from './items.ts'
import type { Want } from './rangeCache.ts'
import { createBlockScan, createReceivedTransactions, createSentTransactions } from './sentClient.ts'

/** So many pasted transactions of one query are looked up. */
const mostPasted = 20

/**
 * Transactions of wallets, for all rules and members at once: sent by them, acted by them as smart accounts, or received. Which record a query gets depends on
 * the chain alone, never on the way by which it was found: two endpoints with different ways must agree.
 */
export function createCallsPart(reader: EvmReader, times: BlockTimes, limits: ReadLimits): Part<'evm.transactions'> {
  const scan = createBlockScan(reader)
  const sent = createSentTransactions({ reader, scan, limits })
  const received = createReceivedTransactions({ scan, limits })
  const acts = createAccountActs({ reader, limits })
  const details = createDetails({ reader, times })
  const conduct = createConductLogs(reader)

  const spansOf = ({ role, wallets }: TransactionsQuery) => {
    if (role === 'pasted') return []
    return wallets.flatMap((wallet) => (role === 'received' ? [received.read(wallet)] : [sent.read(wallet), acts.read(wallet)]))
  }

  async function answer(query: TransactionsQuery, head: Head, pasted: ReadonlyMap<string, FoundTransaction>) {
    const spans = spansOf(query)
    const handed = (query.hashes ?? []).flatMap((hash) => pasted.get(hash.toLowerCase()) ?? [])
    const known = [...spans.flatMap(({ records }) => records), ...handed.filter(({ block }) => block.number <= head.latest.number)]
    const unique = [...new Map(known.map((found) => [found.hash, found])).values()]
    await details.calls(unique)
    const named = unique.filter((found) => isNamed(query, found))
    await details.receipts(named)
    const mine = (named as WholeTransaction[]).filter((found) => isOf(query, found))
    const records = (await Promise.all(mine.map((found) => recordOf(query, found)))).toSorted(inOrder)
    const truncated = records.length > limits.records
    const upTo = reached(spans, head)
    return { query, item: itemOf<'evm.transactions'>({ query, records: records.slice(0, limits.records), upTo, truncated }, reader, head) }
  }

  async function recordOf({ role, wallets }: TransactionsQuery, found: WholeTransaction): Promise<TransactionRecord> {
    const { call, block, time, receipt } = found
    const record = {
      blockNumber: block.number.toString(),
      blockHash: block.hash,
      blockTime: time,
      txHash: call.hash,
      from: call.from,
      to: call.to ?? '',
      input: call.input,
      value: call.value.toString(),
      success: receipt.success,
      ...(receipt.created === null || call.to !== null ? {} : { created: receipt.created }),
    }
    const acting = wallets.filter((wallet) => call.to === wallet || receipt.logs.some((log) => actsFor(log, wallet)))
    if (role === 'received' || acting.length === 0) return record
    const accountLogs: RawLog[] = receipt.logs
      .filter((log) => acting.some((wallet) => actsFor(log, wallet)))
      .map(({ index, address, topics, data }) => ({ logIndex: index, address, topics: [...topics], data }))
    return { ...record, ...(accountLogs.length === 0 ? {} : { accountLogs }), blockLogs: await conduct.of(found, acting) }
  }

  return {
    clear() {
      for (const one of [sent, received, acts, conduct]) one.clear()
    },
    async read(queries, head) {
      const wants: Record<'sent' | 'received', Want[]> = { sent: [], received: [] }
      for (const query of queries) {
        if (query.role === 'pasted') continue
        const from = await times.startOf(query, head)
        for (const wallet of query.wallets) wants[query.role].push({ key: wallet, from })
      }
      try {
        await sent.bringUp(wants.sent, head)
        await received.bringUp(wants.received, head)
      } finally {
        scan.clear()
      }
      await acts.bringUp(wants.sent, head)
      const pasted = new Map((await details.lookUp(hashesIn(queries))).map((found) => [found.hash, found]))
      return Promise.all(queries.map((query) => answer(query, head, pasted)))
    },
  }
}

function hashesIn(queries: readonly TransactionsQuery[]): string[] {
  const wellFormed = (hash: string) => /^0x[0-9a-f]{64}$/.test(hash)
  return [
    ...new Set(
      queries.flatMap(({ hashes = [] }) =>
        hashes
          .slice(0, mostPasted)
          .map((hash) => hash.toLowerCase())
          .filter(wellFormed),
      ),
    ),
  ]
}

/** Whether the transaction is to one of the query's contracts, or names one in its input. */
function isNamed({ role, to, wallets }: TransactionsQuery, { call }: FoundTransaction): boolean {
  if (!call) return false
  if (role === 'received') return call.to !== null && wallets.includes(call.to)
  return to.length === 0 || to.some((address) => call.to === address || containsBytes(call.input, address))
}

/** Whether one of the query's wallets sent it, acted in it, or received it. */
function isOf({ role, wallets }: TransactionsQuery, { call, receipt }: WholeTransaction): boolean {
  const received = role !== 'sent' && call.to !== null && wallets.includes(call.to)
  return received || wallets.includes(call.from) || receipt.logs.some((log) => wallets.some((wallet) => actsFor(log, wallet)))
}
