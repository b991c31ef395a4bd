import { encodeFunctionData, toFunctionSelector } from 'viem'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import type { ProposedClaim } from '#server/rollup/l2/slotReader.ts'
import { protocol } from '#server/rollup/protocol/constants.gen.ts'
import { toHex, toHex32 } from '#server/shared/bytes.ts'
import type { BatchRow } from './settlementStore.ts'

export type MadeProof = { proof: Uint8Array; recipient: string }

/** The batch as its claim on L2. */
export function claimOf(batch: BatchRow): ProposedClaim {
  return {
    number: BigInt(batch.number),
    circuit: protocol.circuits[batch.circuit].id,
    timestamp: BigInt(batch.timestamp),
    inboxFrom: BigInt(batch.inboxFrom),
    inboxTo: BigInt(batch.inboxTo),
    oldRoot: toHex32(batch.oldRoot),
    newRoot: toHex32(batch.newRoot),
    wordsHash: toHex32(batch.wordsHash),
    dataCommit: toHex32(batch.dataCommit),
    effects: BigInt(batch.effects),
    lengths: BigInt(batch.lengths),
    evaluation: batch.evaluation,
  }
}

/** The first argument of `propose`. */
export function inputOf(batch: BatchRow) {
  const { number, circuit, oldRoot, newRoot, timestamp, dataCommit, effects, lengths } = claimOf(batch)
  return { number, circuit, oldRoot, newRoot, timestamp, dataCommit, effects, lengths }
}

const wordsOf = (batch: BatchRow) => batch.calldata as `0x${string}`

export const proposeData = (batch: BatchRow) =>
  encodeFunctionData({ abi: rollupAbi, functionName: 'propose', args: [inputOf(batch), wordsOf(batch)] })

/** Both in one transaction: for a batch whose proof is there before it is proposed. */
export function proposeAndVoteData(batch: BatchRow, { proof, recipient }: MadeProof) {
  const args = [inputOf(batch), wordsOf(batch), protocol.lanes.zk, recipient as `0x${string}`, toHex(proof)] as const
  return encodeFunctionData({ abi: rollupAbi, functionName: 'proposeAndVote', args })
}

const proposeAndVoteSelector = toFunctionSelector(
  rollupAbi.find(
    (item): item is Extract<(typeof rollupAbi)[number], { name: 'proposeAndVote' }> => 'name' in item && item.name === 'proposeAndVote',
  ) ?? '',
)
/** True for the call data of `proposeAndVoteData`. */
export const votesToo = (data: string): boolean => data.startsWith(proposeAndVoteSelector)

export function voteData(batch: BatchRow, { proof, recipient }: MadeProof) {
  const args = [claimOf(batch), protocol.lanes.zk, recipient as `0x${string}`, toHex(proof)] as const
  return encodeFunctionData({ abi: rollupAbi, functionName: 'vote', args })
}

export const finalizeData = (batch: BatchRow) => encodeFunctionData({ abi: rollupAbi, functionName: 'finalize', args: [claimOf(batch)] })

/** Pays withdrawals or refunds of a final batch, by their places among its entries. */
export function payData(batch: BatchRow, kind: 'withdrawals' | 'refunds', entries: readonly number[]) {
  const functionName = kind === 'withdrawals' ? 'payWithdrawals' : 'refundDeposits'
  return encodeFunctionData({ abi: rollupAbi, functionName, args: [claimOf(batch), wordsOf(batch), entries.map(BigInt)] })
}
