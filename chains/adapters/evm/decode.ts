import type { Hex } from 'viem'
import type { Block, BlockWithCalls, Call, Log, Receipt } from '../../reader.ts'

/** JSON-RPC shapes (Ethereum execution API), the fields that are read here. */
export type RawTransaction = {
  hash: Hex
  blockNumber: Hex | null
  blockHash: Hex | null
  from: Hex
  to: Hex | null
  input: Hex
  value: Hex
}
export type RawReceipt = {
  status: Hex
  blockNumber: Hex
  blockHash: Hex
  contractAddress?: Hex | null
  logs: readonly RawLog[]
}
export type RawBlock = { number: Hex; hash: Hex; parentHash: Hex; timestamp: Hex; transactions: readonly (Hex | RawTransaction)[] }
export type RawLog = {
  blockNumber: Hex
  blockHash: Hex
  transactionHash: Hex
  logIndex: Hex
  address: Hex
  topics: readonly Hex[]
  data: Hex
  removed?: boolean
}

export function toBlock(raw: RawBlock): Block {
  return { number: BigInt(raw.number), hash: raw.hash, parentHash: raw.parentHash, time: Number(BigInt(raw.timestamp)) }
}

export function toBlockWithCalls(raw: RawBlock): BlockWithCalls {
  const calls = raw.transactions.flatMap((transaction) => (typeof transaction === 'string' ? [] : [toCall(transaction)]))
  return { ...toBlock(raw), calls }
}

export function toCall(raw: RawTransaction): Call {
  return {
    hash: raw.hash.toLowerCase(),
    from: raw.from.toLowerCase(),
    to: raw.to?.toLowerCase() ?? null,
    input: raw.input.toLowerCase(),
    value: BigInt(raw.value),
  }
}

/** The block that a transaction is in; null while it is pending. */
export function blockOf(raw: RawTransaction): Pick<Block, 'number' | 'hash'> | null {
  return raw.blockNumber === null || raw.blockHash === null ? null : { number: BigInt(raw.blockNumber), hash: raw.blockHash }
}

export function toReceipt({ status, blockNumber, blockHash, contractAddress, logs }: RawReceipt): Receipt {
  return {
    block: { number: BigInt(blockNumber), hash: blockHash },
    success: status === '0x1',
    created: contractAddress?.toLowerCase() ?? null,
    logs: logs.map(toLog),
  }
}

export function toLog(raw: RawLog): Log {
  return {
    block: { number: BigInt(raw.blockNumber), hash: raw.blockHash },
    txHash: raw.transactionHash.toLowerCase(),
    index: Number(BigInt(raw.logIndex)),
    address: raw.address.toLowerCase(),
    topics: raw.topics.map((topic) => topic.toLowerCase()),
    data: raw.data.toLowerCase(),
  }
}
