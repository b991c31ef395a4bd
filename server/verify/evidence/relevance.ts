import { containsBytes } from '../kinds/filters.ts'
import { mentions } from '../kinds/mention.ts'
import type { LogRecord, LogsQuery, ProvableRecord, TransactionRecord, TransactionsQuery } from '../query.ts'

/** True when a record answers the query, as far as that can be told without the window's times. Pure. */
export function isAsked(query: LogsQuery | TransactionsQuery, record: ProvableRecord): boolean {
  if (query.type === 'evm.logs') return 'logIndex' in record && isAskedLog(query, record)
  return !('logIndex' in record) && isAskedTransaction(query, record)
}

export const wordOf = (wallet: string) => `0x${wallet.slice(2).padStart(64, '0')}`

/** The word of a log that names its claimant: a topic, or a word of the data. */
export const namedIn = ({ by, index }: Pick<LogsQuery['claimant'], 'by' | 'index'>, { topics, data }: LogRecord): string | undefined =>
  by === 'topic' ? topics[index] : `0x${data.slice(2 + 64 * index, 66 + 64 * index)}`

function isAskedLog({ addresses, topic0, topics, claimant }: LogsQuery, record: LogRecord): boolean {
  if (!addresses.includes(record.address) || record.topics[0] !== topic0) return false
  if (topics?.some((values, at) => values !== null && !values.includes(record.topics[at + 1] ?? ''))) return false
  const { by, wallets } = claimant
  if (by === 'anyone') return true
  // Whom an account's logs stand for is the judge's to say.
  if (by === 'sender') return wallets.includes(record.txFrom) || record.accountLogs !== undefined
  if (by === 'mention') return wallets.some((wallet) => mentions(record, wallet))
  const named = namedIn(claimant, record)
  return wallets.some((wallet) => wordOf(wallet) === named)
}

function isAskedTransaction({ role, to, wallets, hashes }: TransactionsQuery, record: TransactionRecord): boolean {
  if (role === 'pasted' && hashes?.includes(record.txHash) !== true) return false
  if (role !== 'sent' && wallets.includes(record.to)) return true
  if (role === 'received') return false
  if (!wallets.includes(record.from) && record.accountLogs === undefined) return false
  return to.length === 0 || to.includes(record.to) || to.some((address) => containsBytes(record.input, address))
}
