import { keccak256 } from 'viem'
import type { RawFields, SealedBlock } from '#chains/reader.ts'
import type { LogRecord, RawLog, TransactionRecord } from '../../query.ts'
import { bytes, fields, list, NotEncodable } from './encoding.ts'
import { type Header, proveHeader, type Unproven } from './header.ts'
import { encodeReceipt, orderedRoot } from './receipts.ts'
import { createdBy, encodeTransaction, senderOf } from './transactions.ts'

type ProvenTransaction = { raw: RawFields; success: boolean; logs: RawLog[] }
/** A block whose header, transactions and receipts lead to its hash: what is not in it did not happen in it. */
export type ProvenBlock = Header & { transactions: ReadonlyMap<string, ProvenTransaction> }

/** Checks that a whole block, as a node gave it, is the one of that hash. */
export async function proveBlock(sealed: SealedBlock, hash: string): Promise<ProvenBlock | Unproven> {
  const header = proveHeader(sealed.header, hash)
  if ('unproven' in header) return header
  try {
    const [transactions, receipts] = [sealed.transactions.map(encodeTransaction), sealed.receipts.map(encodeReceipt)]
    if (transactions.length !== receipts.length) return { unproven: 'receipts are missing' }
    if ((await orderedRoot(transactions)) !== header.transactionsRoot) return { unproven: 'the transactions have another root' }
    if ((await orderedRoot(receipts)) !== header.receiptsRoot) return { unproven: 'the receipts have another root' }
    const proven = new Map<string, ProvenTransaction>()
    let logIndex = 0
    for (const [index, raw] of sealed.transactions.entries()) {
      const receipt = fields(sealed.receipts[index])
      const logs = list(receipt.logs).map((log) => toLog(fields(log), logIndex++))
      const success = BigInt(String(receipt.status)) === 1n
      proven.set(keccak256(transactions[index] ?? '0x'), { raw, success, logs })
    }
    return { ...header, transactions: proven }
  } catch (error) {
    if (error instanceof NotEncodable) return { unproven: error.message }
    throw error
  }
}

function toLog({ address, topics, data }: RawFields, logIndex: number): RawLog {
  const lower = (value: unknown) => bytes(value).toLowerCase()
  return { logIndex, address: lower(address), topics: list(topics).map(lower), data: lower(data) }
}

/** Logs of one event in a proven block, with the sender of their transaction. */
export function eventLogs(block: ProvenBlock, { addresses, topic0 }: { addresses: readonly string[]; topic0: string }): LogRecord[] {
  return [...block.transactions].flatMap(([txHash, { raw, logs }]) => {
    const wanted = logs.filter((log) => addresses.includes(log.address) && log.topics[0] === topic0)
    if (wanted.length === 0) return []
    const place = { blockNumber: block.number.toString(), blockHash: block.hash, blockTime: block.time, txHash }
    const [txFrom, txTo] = [senderOf(raw), targetOf(raw)]
    return wanted.map((log) => ({ ...place, ...log, txFrom, txTo }))
  })
}

/** What contradicts the block in a record of a log; null when all of it stands there. */
export function checkLog(block: ProvenBlock, record: LogRecord): string | null {
  const transaction = block.transactions.get(record.txHash)
  if (!transaction) return `block ${record.blockNumber} has no transaction ${record.txHash}`
  const { raw, logs } = transaction
  const log = logs.find(({ logIndex }) => logIndex === record.logIndex)
  if (!log || !sameLog(log, record)) return `transaction ${record.txHash} has no such log`
  return checkPlace(block, record) ?? checkSender(raw, record.txFrom, record.txTo) ?? checkAccountLogs(logs, record.accountLogs)
}

/** What contradicts the block in a record of a transaction. */
export function checkTransaction(block: ProvenBlock, record: TransactionRecord): string | null {
  const transaction = block.transactions.get(record.txHash)
  if (!transaction) return `block ${record.blockNumber} has no transaction ${record.txHash}`
  const { raw, success, logs } = transaction
  if (success !== record.success) return `transaction ${record.txHash} ended otherwise`
  if (BigInt(record.value) !== BigInt(String(raw.value))) return `transaction ${record.txHash} has another value`
  if (bytes(raw.input).toLowerCase() !== record.input) return `transaction ${record.txHash} has another input`
  if (record.created !== undefined && record.created !== createdBy(raw, senderOf(raw)))
    return `transaction ${record.txHash} deploys another contract`
  return checkPlace(block, record) ?? checkSender(raw, record.from, record.to) ?? checkAccountLogs(logs, record.accountLogs)
}

function checkPlace(block: ProvenBlock, record: { blockNumber: string; blockHash: string; blockTime: number }): string | null {
  const same = BigInt(record.blockNumber) === block.number && record.blockHash === block.hash && record.blockTime === block.time
  return same ? null : `block ${record.blockNumber} has another place or time`
}

function checkSender(raw: RawFields, from: string, to: string): string | null {
  if (senderOf(raw) !== from) return `transaction ${String(raw.hash)} has another sender`
  return targetOf(raw) === to ? null : `transaction ${String(raw.hash)} has another target`
}

const targetOf = ({ to }: RawFields) => (to === null || to === undefined ? '' : bytes(to).toLowerCase())

function checkAccountLogs(logs: readonly RawLog[], claimed: readonly RawLog[] = []): string | null {
  const invented = claimed.find((one) => !logs.some((log) => log.logIndex === one.logIndex && sameLog(log, one)))
  return invented ? `log ${invented.logIndex} of the account is not in its transaction` : null
}

const sameLog = (a: RawLog, b: Omit<RawLog, 'logIndex'>) =>
  a.address === b.address &&
  a.data === b.data &&
  a.topics.length === b.topics.length &&
  a.topics.every((topic, index) => topic === b.topics[index])
