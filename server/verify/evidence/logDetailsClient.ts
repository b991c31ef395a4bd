import type { EvmReader, Log } from '#chains/reader.ts'
import { accountLogsOf } from '../kinds/acting.ts'
import type { RawLog } from '../query.ts'
import { behind } from './items.ts'
import type { FoundLog } from './logNaming.ts'

/** So many transactions are remembered by their sender: logs that are not kept need not be asked about twice. */
const sendersKept = 50_000
/** With so many transactions to a block, whole blocks are the shorter question. */
const denseFrom = 4

/** Senders and account logs of the transactions that logs are in. */
export function createLogDetails(reader: EvmReader) {
  const known = new Map<string, { from: string; to: string }>()

  async function readSenders(logs: readonly Log[]) {
    const missing = new Map(logs.filter(({ txHash }) => !known.has(txHash)).map((log) => [log.txHash, log]))
    const blocks = [...new Set([...missing.values()].map(({ block }) => block.number))]
    const calls =
      missing.size > blocks.length * denseFrom
        ? (await reader.blocksWithCalls(blocks)).flatMap((block) => block?.calls ?? [])
        : (await reader.calls([...missing.keys()])).flatMap((call) => call ?? [])
    for (const { hash, from, to } of calls) if (missing.has(hash)) known.set(hash, { from, to: to ?? '' })
    return missing.size
  }

  /** How many transactions had to be asked about. */
  async function addSenders(records: readonly FoundLog[]): Promise<number> {
    const missing = records.filter(({ from }) => from === undefined)
    const asked = await readSenders(missing.map(({ log }) => log))
    for (const record of missing) {
      const call = known.get(record.log.txHash)
      if (call === undefined) throw behind(reader, `transaction ${record.log.txHash} of a log is not there`)
      Object.assign(record, call)
    }
    for (const hash of known.keys()) {
      if (known.size <= sendersKept) break
      known.delete(hash)
    }
    return asked
  }

  async function addAccountLogs(records: readonly FoundLog[]) {
    const missing = records.filter(({ accountLogs }) => accountLogs === undefined)
    const hashes = [...new Set(missing.map(({ log }) => log.txHash))]
    const receipts = await reader.receipts(hashes)
    const byHash = new Map(hashes.map((hash, index) => [hash, receipts[index]]))
    for (const record of missing) {
      const receipt = byHash.get(record.log.txHash)
      if (!receipt || receipt.block.hash !== record.log.block.hash) throw behind(reader, `no receipt of ${record.log.txHash}`)
      record.accountLogs = accountLogsOf(receipt.logs.map(toRawLog))
    }
  }

  return { addSenders, addAccountLogs, clear: () => known.clear() }
}

export type LogDetails = ReturnType<typeof createLogDetails>

const toRawLog = ({ index, address, topics, data }: Log): RawLog => ({ logIndex: index, address, topics: [...topics], data })
