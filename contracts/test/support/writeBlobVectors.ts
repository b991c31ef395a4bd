/**
 * Writes `contracts/test/vectors/blob.json`: two batches in blobs with real KZG openings, for the slot that `Blob.t.sol` deploys:
 * `node contracts/test/support/writeBlobVectors.ts && npx biome format --write contracts/test/vectors`.
 */
import { writeFileSync } from 'node:fs'
import { encodeAbiParameters, keccak256 } from 'viem'
import { blobBatch, openHead } from '#server/rollup/l2/blobBatch.ts'
import { commitBlob, openBlock, quotientWords } from '#server/rollup/l2/blobOpening.ts'
import { challengeOf } from '#server/rollup/protocol/batch.ts'
import { blockOf, toBlobWords } from '#server/rollup/protocol/blob.ts'
import { circuits } from '#server/rollup/protocol/constants.gen.ts'
import { mod, P } from '#server/rollup/protocol/field.ts'
import { toHex32 } from '#server/shared/bytes.ts'

const chainId = 31_338
/** What forge gives the slot of the test; the test compares. */
const rollup = '0xa0Cb889707d426A7A386870A03bc70d1b0697598'
const depositor = 0xa11cen
const dataCommit = 77n
const { offsets } = circuits.small

/** One group of 20 members, a withdrawal of 5 to 0xabc and a deposit of 9 to account 3; `evidence` tells batches apart. */
function wordsOf(evidence: bigint): bigint[] {
  const words = new Array<bigint>(offsets.total).fill(0n)
  const put = (at: number, values: bigint[]) => {
    for (const [i, value] of values.entries()) words[at + i] = value
  }
  put(0, [(1n << 16n) | (3n << 32n) | (1n << 48n) | (1n << 64n), 1n << 64n])
  put(offsets.groups, [4n | (20n << 21n) | (1_900_000_000n << 53n), evidence, 8n, 9n])
  put(offsets.accounts, [1234567n << 26n, 89n, 5n])
  put(offsets.entries, [17n | (3n << 8n), 5n << 8n, 0xabcn, 0n, 0n, 0n, 0n, 0n, 7n, 8n])
  put(offsets.entries + 10, [1n | (3n << 8n), 9n << 8n, 0n, 0n, 0n, 0n, 0n, 0n, 0n, depositor])
  return words
}

function batch(words: bigint[]) {
  const made = blobBatch('small', words)
  const challenge = challengeOf({ chainId, rollup, number: 1, circuit: 'small', dataCommit, wordsHash: made.wordsHash })
  const blobWords = toBlobWords('small', words)
  const quotient = commitBlob(quotientWords(blobWords, 1))
  const block = blockOf(blobWords, 1)
  const seed = encodeAbiParameters(
    [{ type: 'bytes32' }, { type: 'bytes32' }, { type: 'bytes32' }, { type: 'uint256' }, { type: 'uint256[32]' }],
    [toHex32(2n ** 256n - 1n), made.blob.versionedHash, quotient.versionedHash, 1n, block as never],
  )
  const opened = openBlock(made.blob, quotient, mod(BigInt(keccak256(seed))))
  return {
    sent: made.sent,
    lengths: toHex32(made.lengths),
    versionedHash: made.blob.versionedHash,
    head: text(openHead(made, challenge)),
    block: { words: block.map(toHex32), quotientHash: quotient.versionedHash, ...text(opened) },
  }
}

const text = ({ value, quotientValue, points }: { value: bigint; quotientValue: bigint; points: string }) => ({
  value: toHex32(value),
  quotientValue: toHex32(quotientValue),
  points,
})

const [wide, wideHead] = [wordsOf(P), wordsOf(7n)]
wideHead[offsets.entries + 3] = P
const vectors = {
  rollup,
  dataCommit: toHex32(dataCommit),
  batch: batch(wordsOf(7n)),
  other: batch(wordsOf(6n)),
  /** A word that is not below p: where only lanes look, and where the contract does. */
  wide: batch(wide),
  wideHead: batch(wideHead),
}
writeFileSync(new URL('../vectors/blob.json', import.meta.url), `${JSON.stringify(vectors, null, 1)}\n`)
