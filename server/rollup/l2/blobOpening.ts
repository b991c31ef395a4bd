import { type BlobWords, blockOf, blockRoots, encodeBlob, R } from '#server/rollup/protocol/blob.ts'
import { blobBlocks, blobBlockWords } from '#server/rollup/protocol/constants.gen.ts'
import { inverse, mod } from '#server/rollup/protocol/field.ts'
import { type Hex, toHex } from '#server/shared/bytes.ts'
import { commitTo, openPoint, versionedHashOf } from './kzg.ts'

/** A blob with its commitment: what openings are made from. */
export type CommittedBlob = { bytes: Uint8Array; commitment: Uint8Array; versionedHash: Hex }

/** As the contracts take it: commitment and proof of the blob, then of the quotient. */
export type BlockOpening = { value: bigint; quotientValue: bigint; points: Hex }

export function commitBlob(blobWords: BlobWords): CommittedBlob {
  const bytes = encodeBlob(blobWords)
  const commitment = commitTo(bytes)
  return { bytes, commitment, versionedHash: toHex(versionedHashOf(commitment)) }
}

/** Opens a block at a point that was drawn after `blob` and `quotient` (of `quotientWords`, committed) were fixed. */
export function openBlock(blob: CommittedBlob, quotient: CommittedBlob, point: bigint): BlockOpening {
  const [own, divided] = [openPoint(blob.bytes, point), openPoint(quotient.bytes, point)]
  const points = [blob.commitment, own.proof, quotient.commitment, divided.proof]
  return { value: own.value, quotientValue: divided.value, points: toHex(Buffer.concat(points)) }
}

/**
 * The quotient g of a block's opening: `f(x) = P(x) + (x^32 - c) * g(x)` for the blob f and the block's own polynomial P, as the words of a
 * blob of its own. The t-th words of all blocks are a polynomial in `u = x^32` on the 128 roots, and g divides each of these by `u - c`.
 */
export function quotientWords(blobWords: BlobWords, block: number): bigint[] {
  const own = blockOf(blobWords, block)
  const root = blockRoots[block] as bigint
  const quotient = new Array<bigint>(blobWords.length).fill(0n)
  const first = block * blobBlockWords
  for (let other = 0; other < blobBlocks; other++) {
    if (other === block) continue
    const otherRoot = blockRoots[other] as bigint
    const distance = inverse(otherRoot - root, R)
    // At the root itself the quotient is the derivative, by the values at the others.
    const weight = mod(-distance * otherRoot * inverse(root, R), R)
    for (let t = 0; t < blobBlockWords; t++) {
      const difference = (blobWords[other * blobBlockWords + t] as bigint) - (own[t] as bigint)
      quotient[other * blobBlockWords + t] = mod(difference * distance, R)
      quotient[first + t] = mod((quotient[first + t] as bigint) + difference * weight, R)
    }
  }
  return quotient
}
