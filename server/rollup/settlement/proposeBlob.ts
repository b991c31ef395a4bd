import { encodeFunctionData } from 'viem'
import { blobRollupAbi } from '#contracts/abi/blobRollup.gen.ts'
import { blobBatch, openHead } from '#server/rollup/l2/blobBatch.ts'
import { challengeOf } from '#server/rollup/protocol/batch.ts'
import { decodeCalldata } from '#server/rollup/protocol/calldata.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { inputOf } from './claim.ts'
import type { BatchRow } from './settlementStore.ts'

export type BlobProposal = {
  /** The batch as L2 will know it: what was sent beside the blob stands for the words from here on. */
  row: BatchRow
  data: Hex
  blob: Uint8Array
}

/** A sealed batch, written for calldata, as a blob transaction: a second of KZG work. */
export function blobProposal(batch: BatchRow, { chainId, rollup }: { chainId: number; rollup: Hex }): BlobProposal {
  const { number, circuit, dataCommit } = batch
  const words = decodeCalldata(circuit, { words: batch.calldata as Hex, lengths: BigInt(batch.lengths) })
  const { sent, lengths, wordsHash, ...committed } = blobBatch(circuit, words)
  const challenge = challengeOf({ chainId, rollup, number, circuit, dataCommit, wordsHash })
  const opening = openHead({ sent, lengths, wordsHash, ...committed }, challenge)
  const row = { ...batch, calldata: sent, lengths: lengths.toString(), wordsHash, challenge, evaluation: opening.value }
  const data = encodeFunctionData({ abi: blobRollupAbi, functionName: 'proposeBlob', args: [inputOf(row), sent, opening] })
  return { row, data, blob: committed.blob.bytes }
}
