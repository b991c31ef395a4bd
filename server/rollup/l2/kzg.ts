import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import type { DasContextJs } from '@crate-crypto/node-eth-kzg'
import { toBigInt, toHex32 } from '#server/shared/bytes.ts'

let made: DasContextJs | undefined
/**
 * Ethereum's trusted setup ships inside the library; it is unpacked once, which takes a second or two. The library is native and loaded here and not
 * before, so that a machine without a build of it runs every slot that has no blobs.
 */
const context = (): DasContextJs => {
  const library: typeof import('@crate-crypto/node-eth-kzg') = createRequire(import.meta.url)('@crate-crypto/node-eth-kzg')
  made ??= library.DasContextJs.create({ usePrecomp: false })
  return made
}

/** KZG commitment of a blob, 48 bytes. */
export const commitTo = (blob: Uint8Array): Uint8Array => context().blobToKzgCommitment(blob)

/** Proof of a blob transaction that the commitment is the blob's, 48 bytes. */
export const proveBlob = (blob: Uint8Array, commitment: Uint8Array): Uint8Array => context().computeBlobKzgProof(blob, commitment)

/** What L2 knows a blob by: version 1 and sha256 of its commitment (EIP-4844). */
export function versionedHashOf(commitment: Uint8Array): Uint8Array {
  const hash = new Uint8Array(createHash('sha256').update(commitment).digest())
  hash[0] = 1
  return hash
}

/** What viem asks of a KZG library when it makes a blob transaction. */
export const kzg = { blobToKzgCommitment: commitTo, computeBlobKzgProof: proveBlob }

export type PointOpening = { value: bigint; proof: Uint8Array }

/** The blob's polynomial at `point` with the proof that the point-evaluation precompile takes. */
export function openPoint(blob: Uint8Array, point: bigint): PointOpening {
  const [proof, value] = context().computeKzgProof(blob, bytesOf(point)) as [Uint8Array, Uint8Array]
  return { value: toBigInt(value), proof }
}

const bytesOf = (value: bigint): Uint8Array => new Uint8Array(Buffer.from(toHex32(value).slice(2), 'hex'))
