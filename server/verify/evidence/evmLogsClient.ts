import type { EvmReader, Head, Log } from '#chains/reader.ts'
import { containsBytes } from '../kinds/filters.ts'
import type { LogRecord, LogsQuery } from '../query.ts'
import type { BlockTimes } from './blockTimeClient.ts'
import { behind, inOrder, itemOf, type Part, type ReadLimits, reached } from './items.ts'
import { createRangeCache, type Due } from './rangeCache.ts'

type FoundLog = { log: Log; from?: string; to?: string }
/** What is asked of the node. Logs that name the member in a topic are asked for by member; all others by contract and event, for everyone at once. */
type LogSpec = { key: string; addresses: string[]; topic0: string; topic: { index: number; value: string } | null }

/** Logs of one endpoint: the same contracts and event are one `eth_getLogs` over the new blocks, for all members; final blocks are read once. */
export function createLogsPart(reader: EvmReader, times: BlockTimes, limits: ReadLimits): Part<'evm.logs'> {
  const cache = createRangeCache<FoundLog>(({ log }) => log.block.number)

  async function fetch(due: Due, specs: ReadonlyMap<string, LogSpec>): Promise<Map<string, FoundLog[]>> {
    const found = new Map<string, FoundLog[]>(due.keys.map((key) => [key, []]))
    const wanted = due.keys.flatMap((key) => specs.get(key) ?? [])
    for (const group of Map.groupBy(wanted, ({ topic0, topic }) => `${topic0}|${topic?.index ?? 'any'}`).values()) {
      for (const some of topicChunks(group)) {
        const query = {
          addresses: [...new Set(some.flatMap(({ addresses }) => addresses))],
          topics: topicsOf(some),
          fromBlock: due.from,
          toBlock: due.to,
        }
        for (const log of await reader.logs(query)) for (const spec of some) if (belongs(log, spec)) found.get(spec.key)?.push({ log })
      }
    }
    return found
  }

  async function addSenders(records: readonly FoundLog[]) {
    const missing = records.filter(({ from }) => from === undefined)
    const found = await reader.calls([...new Set(missing.map(({ log }) => log.txHash))])
    const calls = new Map(found.flatMap((call) => (call ? [[call.hash, call]] : [])))
    for (const record of missing) {
      const call = calls.get(record.log.txHash)
      if (call === undefined) throw behind(reader, `transaction ${record.log.txHash} of a log is not there`)
      record.from = call.from
      record.to = call.to ?? ''
    }
  }

  async function answer(asked: { query: LogsQuery; keys: string[] }, head: Head) {
    const { query, keys } = asked
    const spans = keys.map((key) => cache.read(key))
    const all = spans.flatMap(({ records }) => records)
    if (query.claimant.by === 'sender') await addSenders(all)
    const chosen = all.filter((record) => namesMember(query, record))
    await addSenders(chosen)
    const blockTimes = await times.of(chosen.map(({ log }) => log.block))
    const records = chosen.map((found, index) => toRecord(found, blockTimes[index] ?? 0)).toSorted(inOrder)
    const truncated = records.length > limits.records
    return {
      query,
      item: itemOf<'evm.logs'>({ query, records: records.slice(0, limits.records), upTo: reached(spans, head), truncated }, reader, head),
    }
  }

  return {
    clear: cache.clear,
    async read(queries, head) {
      const specs = new Map<string, LogSpec>()
      const wants: { key: string; from: bigint }[] = []
      const asked: { query: LogsQuery; keys: string[] }[] = []
      for (const query of queries) {
        const from = await times.startOf(query, head)
        const mine = specsOf(query)
        for (const spec of mine) {
          specs.set(spec.key, spec)
          wants.push({ key: spec.key, from })
        }
        asked.push({ query, keys: mine.map(({ key }) => key) })
      }
      for (const due of cache.due(wants, head, limits.logBlocks)) cache.store(due, await fetch(due, specs), head)
      // All senders that any query needs in one batch, before the queries are answered one by one.
      const bySender = new Set(asked.flatMap(({ query, keys }) => (query.claimant.by === 'sender' ? keys : [])))
      await addSenders([...bySender].flatMap((key) => cache.read(key).records))
      return Promise.all(asked.map((one) => answer(one, head)))
    },
  }
}

const topicOf = (wallet: string) => `0x${wallet.slice(2).padStart(64, '0')}`

function specsOf({ addresses, topic0, claimant }: LogsQuery): LogSpec[] {
  const key = `${addresses.join()}|${topic0}`
  if (claimant.by !== 'topic') return [{ key, addresses, topic0, topic: null }]
  const { index } = claimant
  return claimant.wallets.map((wallet) => ({
    key: `${key}|${index}|${wallet}`,
    addresses,
    topic0,
    topic: { index, value: topicOf(wallet) },
  }))
}

/** Nodes take a few hundred values for one topic. */
function topicChunks(group: LogSpec[]): LogSpec[][] {
  if (!group[0]?.topic) return [group]
  return Array.from({ length: Math.ceil(group.length / 200) }, (_, index) => group.slice(index * 200, index * 200 + 200))
}

function topicsOf(specs: readonly LogSpec[]): (string[] | null)[] {
  const [first] = specs
  if (!first) return []
  if (!first.topic) return [[first.topic0]]
  const values = [...new Set(specs.flatMap(({ topic }) => (topic ? [topic.value] : [])))]
  return [[first.topic0], ...Array.from({ length: first.topic.index - 1 }, () => null), values]
}

function belongs(log: Log, { addresses, topic0, topic }: LogSpec): boolean {
  return addresses.includes(log.address) && log.topics[0] === topic0 && (topic === null || log.topics[topic.index] === topic.value)
}

function namesMember({ claimant: { by, index, wallets } }: LogsQuery, { log, from }: FoundLog): boolean {
  if (by === 'sender') return from !== undefined && wallets.includes(from)
  if (by === 'anyone') return true
  if (by === 'mention') return wallets.some((wallet) => mentions(log, wallet))
  const word = by === 'topic' ? log.topics[index] : `0x${log.data.slice(2 + 64 * index, 66 + 64 * index)}`
  return wallets.some((wallet) => topicOf(wallet) === word)
}

/** The address as 20 bytes on a whole byte, wherever it stands. */
const mentions = ({ topics, data }: Log, wallet: string) => [...topics, data].some((hex) => containsBytes(hex, wallet))

function toRecord({ log, from, to }: FoundLog, blockTime: number): LogRecord {
  const { block, txHash, index, address, topics, data } = log
  return {
    blockNumber: block.number.toString(),
    blockHash: block.hash,
    blockTime,
    txHash,
    logIndex: index,
    address,
    topics: [...topics],
    data,
    txFrom: from ?? '',
    txTo: to ?? '',
  }
}
