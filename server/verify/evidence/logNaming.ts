import type { Log } from '#chains/reader.ts'
import { actorOf } from '../kinds/acting.ts'
import { mentions } from '../kinds/mention.ts'
import type { Claimant, LogRecord, RawLog } from '../query.ts'
import { topicOf } from './logSpecs.ts'

/** A log with what was asked about its transaction so far. */
export type FoundLog = { log: Log; from?: string; to?: string; accountLogs?: RawLog[] }

/** Whether the log may be the member's: for who acts, the transaction may still be for another account. `acts`: transactions in which a wallet acted. */
export function isNamed({ log, from }: FoundLog, { by, index, wallets }: Claimant, acts: ReadonlySet<string>): boolean {
  if (by === 'sender') return (from !== undefined && wallets.includes(from)) || acts.has(log.txHash)
  if (by === 'anyone') return true
  if (by === 'mention') return wallets.some((wallet) => mentions(log, wallet))
  const word = by === 'topic' ? log.topics[index] : wordAt(log, index)
  return wallets.some((wallet) => topicOf(wallet) === word)
}

/** What a wallet sent for another account stays: the judge says so. What others did in the same bundle does not. */
export function isActed({ log, from = '', to = '', accountLogs = [] }: FoundLog, { wallets }: Claimant): boolean {
  const actor = actorOf({ txFrom: from, txTo: to, logIndex: log.index, accountLogs })
  return wallets.includes(from) || (actor !== null && wallets.includes(actor))
}

export const wordAt = ({ data }: Log, index: number) => `0x${data.slice(2 + 64 * index, 66 + 64 * index)}`

export const idOf = ({ log }: FoundLog) => `${log.block.hash}|${log.index}`

export function inChain({ log: a }: FoundLog, { log: b }: FoundLog): number {
  return a.block.number === b.block.number ? a.index - b.index : a.block.number < b.block.number ? -1 : 1
}

export function toRecord({ log, from, to, accountLogs = [] }: FoundLog, blockTime: number): LogRecord {
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
    ...(accountLogs.length === 0 ? {} : { accountLogs }),
  }
}

/** Finds the logs of a list that have one of some values: the list is sorted once for everyone who asks. */
export function createLookups() {
  const sorted = new Map<string, Map<string | undefined, FoundLog[]>>()
  return function find(
    name: string,
    values: readonly string[],
    by: { records(): readonly FoundLog[]; valueOf(found: FoundLog): string | undefined },
  ) {
    const index = sorted.get(name) ?? Map.groupBy(by.records(), by.valueOf)
    sorted.set(name, index)
    return values.flatMap((value) => index.get(value) ?? [])
  }
}
