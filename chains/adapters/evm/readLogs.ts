import type { Chain } from '../../chain.ts'
import { type ChainError, isChainError } from '../../errors.ts'
import type { Log, LogQuery } from '../../reader.ts'
import { toLog } from './decode.ts'
import type { LogWidth } from './logWidth.ts'
import { quantity, type Rpc } from './rpc.ts'

type Reading = { chain: Chain; rpc: Rpc; width: LogWidth; sort: (error: unknown) => Error }
type Range = { from: bigint; to: bigint }

/** A question that got no answer in time is asked again in halves so many times: behind a dead endpoint every half would wait in vain. */
const patience = 3

/** Logs of a range of any width, in order of block and index: cut to what the endpoint answers, which is remembered, and halved where it finds too many. */
export async function readLogs(reading: Reading, query: LogQuery): Promise<Log[]> {
  const found: Log[][] = []
  let next = query.fromBlock
  const worker = async () => {
    while (next <= query.toBlock) {
      const from = next
      const last = from + reading.width.blocks - 1n
      const to = last < query.toBlock ? last : query.toBlock
      next = to + 1n
      try {
        found.push(await readRange(reading, query, { from, to, patience }))
      } catch (error) {
        // The other workers stop: without this range all the rest is of no use.
        next = query.toBlock + 1n
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: reading.chain.limits.concurrency }, worker))
  return found.flat().toSorted((a, b) => (a.block.number === b.block.number ? a.index - b.index : a.block.number < b.block.number ? -1 : 1))
}

async function readRange(reading: Reading, query: LogQuery, { from, to, patience }: Range & { patience: number }): Promise<Log[]> {
  const asked = to - from + 1n
  try {
    const logs = await ask(reading.rpc, query, { from, to })
    reading.width.answered(asked)
    return logs
  } catch (error) {
    const sorted = reading.sort(error)
    const timeout = isChainError(sorted) && sorted.reason === 'timeout'
    if (!isChainError(sorted) || !isTooMuch(sorted) || asked === 1n || (timeout && patience === 0)) throw sorted
    reading.width.refused(asked)
    const middle = from + (to - from) / 2n
    const left = timeout ? patience - 1 : patience
    const lower = await readRange(reading, query, { from, to: middle, patience: left })
    return [...lower, ...(await readRange(reading, query, { from: middle + 1n, to, patience: left }))]
  }
}

const isTooMuch = ({ reason }: ChainError) => reason === 'too-many-results' || reason === 'timeout'

async function ask(rpc: Rpc, query: LogQuery, { from, to }: Range): Promise<Log[]> {
  const filter = {
    ...(query.addresses.length === 0 ? {} : { address: query.addresses }),
    topics: query.topics,
    fromBlock: quantity(from),
    toBlock: quantity(to),
  }
  const logs = (await rpc.logs(filter)).filter((log) => log.removed !== true).map(toLog)
  const outside = logs.find(({ block }) => block.number < from || block.number > to)
  if (outside) throw new TypeError(`a log of block ${outside.block.number} was not asked for`)
  return logs
}
