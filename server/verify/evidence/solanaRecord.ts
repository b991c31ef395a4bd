import type { SolanaTransaction } from '#chains/reader.ts'
import type { Range, SolanaTransactionRecord, SolanaTransactionsQuery } from '../query.ts'
import { earlier } from './rangeCache.ts'

/**
 * What of a transaction answers the query; null when nothing does. Of what failed only what the wallet signed itself is worth a word. `pasted`: the member
 * means this very one, so it is kept whoever signed it, to say why it does not count. Pure.
 */
export function recordOf(
  { wallet, programs }: Pick<SolanaTransactionsQuery, 'wallet' | 'programs'>,
  transaction: SolanaTransaction,
  { blockTime, pasted = false }: { blockTime: number; pasted?: boolean },
): SolanaTransactionRecord | null {
  const { block, hash, success, signers } = transaction
  const instructions = transaction.instructions.filter(({ programId }) => programs.includes(programId))
  const transfers = transaction.transfers.filter(({ source, destination }) => source === wallet || destination === wallet)
  const changes = transaction.changes.filter(({ owner }) => owner === wallet)
  const signed = signers.includes(wallet)
  const asked = programs.length > 0 ? instructions.length > 0 && (signed || pasted) : transfers.length > 0 || changes.length > 0
  if (!asked || (!success && !signed)) return null
  const named = new Set(instructions.flatMap(({ accounts }) => accounts))
  return {
    blockNumber: block.number.toString(),
    blockHash: block.hash,
    blockTime,
    txHash: hash,
    success,
    signers: [...signers],
    writable: transaction.writable.filter((account) => named.has(account)),
    instructions: instructions.map(({ accounts, ...one }) => ({ ...one, accounts: [...accounts] })),
    transfers: transfers.map(({ source, destination, amount, mint, received }) => ({
      source,
      destination,
      amount: amount.toString(),
      ...(mint === undefined ? {} : { mint }),
      ...(received === undefined ? {} : { received: received.toString() }),
    })),
    changes: changes.map(({ amount, mint }) => ({ amount: amount.toString(), ...(mint === undefined ? {} : { mint }) })),
  }
}

/** Where reading has to begin: whatever is older on either scale is outside. */
export type Start = { time: number; slot: bigint }

const startOf = ({ fromTime = 0, fromBlock = '0' }: Range): Start => ({ time: fromTime, slot: BigInt(fromBlock) })

/** The earliest start of several queries. */
export function earliest(queries: readonly Range[]): Start {
  const [first = { time: 0, slot: 0n }, ...others] = queries.map(startOf)
  return others.reduce((least, { time, slot }) => ({ time: Math.min(least.time, time), slot: earlier(slot, least.slot) }), first)
}

export function within(record: SolanaTransactionRecord, range: Range): boolean {
  const { time, slot } = startOf(range)
  const { blockTime } = record
  const number = BigInt(record.blockNumber)
  if (blockTime < time || number < slot) return false
  return (range.toTime === undefined || blockTime <= range.toTime) && (range.toBlock === undefined || number <= BigInt(range.toBlock))
}
