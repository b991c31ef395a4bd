import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { type GrumpkinPoint, type SchnorrSignature, verify } from '#server/rollup/protocol/schnorr.ts'
import { canonicalDigest, digestToField } from '#server/shared/canonical.ts'

/**
 * What a quest's issuer signs with its Grumpkin key to say "this DID speaks for me": it ties the document's signature to the key that the slot holds.
 * A digest of 248 bits, so it can never be the message of a mint group, which is a Poseidon2 output under its own tag.
 */
export const voucherMessage = (did: string): bigint => digestToField(canonicalDigest({ format: 'cairn-issuer-1', did }))

export const checkVoucher = (hasher: Hasher, issuer: GrumpkinPoint, did: string, voucher: SchnorrSignature): boolean =>
  verify(hasher, issuer, voucherMessage(did), voucher)
