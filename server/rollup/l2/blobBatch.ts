import { keccak256 } from 'viem'
import { type BlobWords, decodeBlob, fromBlobWords, toBlobWords } from '#server/rollup/protocol/blob.ts'
import { type Calldata, decodeCalldata, encodeCalldata } from '#server/rollup/protocol/calldata.ts'
import { type CircuitName, circuits } from '#server/rollup/protocol/constants.gen.ts'
import { fromHex, type Hex, toBigInt, toHex32 } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import { type BlockOpening, type CommittedBlob, commitBlob, openBlock, quotientWords } from './blobOpening.ts'
import { commitTo, versionedHashOf } from './kzg.ts'

/** Bit of a batch's `lengths`: its words are in a blob. */
export const inBlob = 1n << 80n
/** First word sent beside a blob: no field element, so no words in calldata have the same hash. */
const mark = toHex32(2n ** 256n - 1n)
const prefixBytes = 96

/** A batch as a blob transaction carries it. `sent` takes the place of the words in calldata; the claim's `wordsHash` is its keccak. */
export type BlobBatch = { sent: Hex; lengths: bigint; wordsHash: bigint; blob: CommittedBlob; quotient: CommittedBlob }

export const isInBlob = (lengths: bigint): boolean => (lengths & inBlob) !== 0n

/** Header and entries of a batch, the words that the contract reads. */
const headOf = (circuit: CircuitName, words: readonly bigint[]): bigint[] => {
  const { opens, entries } = circuits[circuit].offsets
  return words.map((word, i) => (i < opens || i >= entries ? word : 0n))
}

/** Puts the padded words of a batch into a blob and commits to it and to the quotient of its block 0: half a second. */
export function blobBatch(circuit: CircuitName, words: readonly bigint[], blobWords: BlobWords = toBlobWords(circuit, words)): BlobBatch {
  const [blob, quotient] = [commitBlob(blobWords), commitBlob(quotientWords(blobWords, 0))]
  const head = encodeCalldata(circuit, headOf(circuit, words))
  const sent: Hex = `0x${[mark, blob.versionedHash, quotient.versionedHash, head.words].map((part) => part.slice(2)).join('')}`
  return { sent, lengths: head.lengths | inBlob, wordsHash: BigInt(keccak256(sent)), blob, quotient }
}

/** Opens header and entries at the batch's challenge. */
export const openHead = ({ blob, quotient }: BlobBatch, challenge: bigint): BlockOpening => openBlock(blob, quotient, challenge)

/** The blob that something sent beside one names. Throws `rollup.malformed`. */
export function blobNamedBy(sent: Hex): Hex {
  const bytes = fromHex(sent)
  if (bytes === null || bytes.length < prefixBytes || sent.slice(0, 66) !== mark) throw malformed('does not begin with its mark', 'sent')
  return `0x${sent.slice(66, 130)}`
}

/**
 * The words of a batch from its blob and what was sent beside it, as calldata would have carried them. Nothing is believed: the bytes must be
 * the blob that was named, and header and entries those that the contract read. Throws `rollup.malformed`.
 */
export function readBlobBatch(circuit: CircuitName, { sent, lengths }: { sent: Hex; lengths: bigint }, bytes: Uint8Array): Calldata {
  const named = BigInt(blobNamedBy(sent))
  // What is no blob has no commitment: the bytes are judged first.
  const blobWords = decodeBlob(bytes)
  if (toBigInt(versionedHashOf(commitTo(bytes))) !== named) throw malformed('is not the one that the batch names', 'blob')
  const words = fromBlobWords(circuit, blobWords)
  const head = decodeCalldata(circuit, { words: `0x${sent.slice(2 + 2 * prefixBytes)}`, lengths: lengths & ~inBlob })
  const own = headOf(circuit, words)
  if (head.some((word, i) => word !== own[i])) throw malformed('says otherwise than what was sent beside it', 'blob')
  return encodeCalldata(circuit, words)
}

function malformed(reason: string, field: string): CairnError {
  return new CairnError('rollup.malformed', `The blob of the batch ${reason}.`, { meta: { field, reason } })
}
