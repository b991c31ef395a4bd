import { appA } from '#chains/definitions/app-a.ts'
import type { Block, EvmReader, Head, Log, LogQuery } from '#chains/reader.ts'
import { createEvmEvidence } from '#server/verify/evidence/evmEvidenceClient.ts'
import { readLimits } from '#server/verify/evidence/items.ts'
import type { LogsQuery, Query } from '#server/verify/query.ts'

const contract = `0x${'c0'.repeat(20)}`
const topic0 = `0x${'70'.repeat(32)}`
export const wallet = (n: number) => `0x${(0x10_0000 + n).toString(16).padStart(40, '0')}`
export const word = (address: string) => address.slice(2).padStart(64, '0')
const blockAt = (number: bigint): Block => ({
  number,
  hash: `0x${number.toString(16).padStart(64, '0')}`,
  parentHash: '',
  time: Number(number),
})

/** A log that names a wallet in its topic and data, in a transaction that another may have sent. */
export type Made = { block: number; wallet: number; sender?: number }

/** A made-up node with logs of one event, and an evidence client that reads it. Counts what it is asked. */
export function startLogNode(made: readonly Made[], { latest = 1000, finalized = 900 } = {}) {
  const logs = made.map(({ block, wallet: n, sender = 0 }, index): Log & { sender: number } => ({
    block: blockAt(BigInt(block)),
    txHash: `0x${(index + 1).toString(16).padStart(64, 'f')}`,
    index,
    address: contract,
    topics: [topic0, `0x${word(wallet(n))}`],
    data: `0x${word(wallet(n))}`,
    sender,
  }))
  const byHash = new Map(logs.map((log) => [log.txHash, log]))
  const asked = { logs: 0, given: 0, calls: 0, blocks: 0 }
  const inBlocks = Map.groupBy(logs, ({ block }) => block.number)
  const within = ({ fromBlock, toBlock }: LogQuery) =>
    Array.from({ length: Number(toBlock - fromBlock) + 1 }, (_, index) => inBlocks.get(fromBlock + BigInt(index)) ?? []).flat()
  const matches = (log: Log, { addresses, topics }: LogQuery) =>
    addresses.includes(log.address) && topics.every((values, at) => values === null || values.includes(log.topics[at] ?? ''))
  const callOf = ({ txHash, sender }: (typeof logs)[number]) => ({
    hash: txHash,
    from: wallet(sender),
    to: contract,
    input: '0x',
    value: 0n,
  })
  const never = () => Promise.reject(new Error('not asked'))
  const head: Head = { latest: blockAt(BigInt(latest)), safe: blockAt(BigInt(finalized)), finalized: blockAt(BigInt(finalized)) }
  const reader: EvmReader = {
    vm: 'evm',
    chain: { ...appA, limits: { ...appA.limits, logRange: 100, concurrency: 1 } },
    operator: 'own',
    head: async () => head,
    block: async (at) => (at > BigInt(latest) ? null : blockAt(at)),
    blocks: async (numbers) => numbers.map(blockAt),
    logs: async (query) => {
      const found = within(query).filter((log) => matches(log, query))
      asked.logs++
      asked.given += found.length
      return found
    },
    calls: async (hashes) => {
      asked.calls += hashes.length
      return hashes.map((hash) => {
        const log = byHash.get(hash)
        return log ? { ...callOf(log), block: log.block } : null
      })
    },
    blocksWithCalls: async (numbers) => {
      asked.blocks += numbers.length
      return numbers.map((number) => ({ ...blockAt(number), calls: (inBlocks.get(number) ?? []).map(callOf) }))
    },
    receipts: async (hashes) =>
      hashes.map((hash) => ({ block: byHash.get(hash)?.block ?? blockAt(0n), success: true, created: null, logs: [] })),
    state: never,
    sealedBlocks: never,
    headers: never,
    balances: never,
    transaction: never,
    requests: () => 0,
  }
  const parts = createEvmEvidence(reader, readLimits)
  const read = async (queries: readonly Query[]) => {
    const items = await parts.read(queries, head)
    return queries.flatMap((query) => items.get(query) ?? [])
  }
  return { evidence: { read }, asked }
}

export type LogNode = ReturnType<typeof startLogNode>

export const logsOf = (claimant: LogsQuery['claimant'], more: Partial<LogsQuery> = {}): LogsQuery => ({
  ...{ type: 'evm.logs', chain: appA.id, addresses: [contract], topic0, claimant },
  ...more,
})

export async function readLogs({ evidence }: LogNode, query: LogsQuery) {
  const [item] = await evidence.read([query])
  if (item?.query.type !== 'evm.logs') throw new Error('no answer')
  return { ...item, blocks: item.records.map((record) => ('blockNumber' in record ? Number(record.blockNumber) : -1)) }
}
