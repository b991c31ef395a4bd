import type { Chain } from '../../chain.ts'
import { isChainError } from '../../errors.ts'
import type { Log, LogQuery } from '../../reader.ts'
import { limited, readAll } from '../limit.ts'
import { toLog } from './decode.ts'
import { quantity, type Rpc } from './rpc.ts'

type Reading = { chain: Chain; rpc: Rpc; sort: (error: unknown) => Error }

/** Logs of a range of any width: cut to the chain's limit, and halved where a node finds too many. In order of block and index. */
export async function readLogs(reading: Reading, query: LogQuery): Promise<Log[]> {
  if (query.fromBlock > query.toBlock) return []
  const width = BigInt(reading.chain.limits.logRange)
  const ranges: { from: bigint; to: bigint }[] = []
  for (let from = query.fromBlock; from <= query.toBlock; from += width) {
    const last = from + width - 1n
    ranges.push({ from, to: last < query.toBlock ? last : query.toBlock })
  }
  const found = await readAll(ranges, limited(reading.chain.limits.concurrency), (range) => readRange(reading, query, range))
  return found.flat().toSorted((a, b) => (a.block.number === b.block.number ? a.index - b.index : a.block.number < b.block.number ? -1 : 1))
}

async function readRange(reading: Reading, query: LogQuery, { from, to }: { from: bigint; to: bigint }): Promise<Log[]> {
  try {
    const filter = { address: query.addresses, topics: query.topics, fromBlock: quantity(from), toBlock: quantity(to) }
    const logs = (await reading.rpc.logs(filter)).filter((log) => log.removed !== true).map(toLog)
    const outside = logs.find(({ block }) => block.number < from || block.number > to)
    if (outside) throw new TypeError(`a log of block ${outside.block.number} was not asked for`)
    return logs
  } catch (error) {
    const sorted = reading.sort(error)
    if (!isChainError(sorted) || sorted.reason !== 'too-many-results' || from === to) throw sorted
    const middle = from + (to - from) / 2n
    return [...(await readRange(reading, query, { from, to: middle })), ...(await readRange(reading, query, { from: middle + 1n, to }))]
  }
}
