import { weierstrass } from '@noble/curves/abstract/weierstrass.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromHex, toBigInt, toHex32 } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import { tags } from './constants.gen.ts'
import { isField, mod, P } from './field.ts'
import type { Hasher } from './poseidon2.ts'

/** Order of Grumpkin's group: the BN254 base field. Larger than p, so scalars that travel as words are drawn again until they fit. */
export const Q = 0x30644e72e131a029b85045b68181585d97816a916871ca8d3c208c16d87cfd47n

/**
 * (x, y) -> (beta*x, y) is multiplication by lambda, because a = 0: a scalar splits into two of half the length (GLV).
 * The basis is a reduced one of { (a, b): a + b*lambda = 0 mod q }, found by Euclid's algorithm on (q, lambda); its determinant is q.
 */
const [SHORT, LONG] = [9931322734385697762n, 147946756881789319000765030803803410729n]
export const endomorphism = {
  beta: 0xb3c4d79d41a917585bfc41088d8daaa78b17ea66b99c90ddn,
  basises: [
    [SHORT, -LONG],
    [LONG + SHORT, SHORT],
  ] as [[bigint, bigint], [bigint, bigint]],
}

/** G of the group. */
export const generator = { x: 1n, y: 0x2cf135e7506a45d632d270d45f1181294833fc48d823f272cn }

/** Grumpkin: y^2 = x^3 - 17 over the BN254 scalar field, cofactor 1. */
const Grumpkin = weierstrass(
  {
    p: P,
    n: Q,
    h: 1n,
    a: 0n,
    b: P - 17n,
    Gx: generator.x,
    Gy: generator.y,
  },
  { endo: endomorphism },
)
Grumpkin.BASE.precompute(8)

export type GrumpkinPoint = { x: bigint; y: bigint }
export type SchnorrSignature = { s: bigint; e: bigint }

/** Public key `sk * G`. Throws `config.invalid` unless `0 < sk < q`. */
export function derivePublicKey(sk: bigint): GrumpkinPoint {
  if (sk <= 0n || sk >= Q) throw new CairnError('config.invalid', 'A signing key is out of range.', { meta: { field: 'sk' } })
  const { x, y } = Grumpkin.BASE.multiply(sk).toAffine()
  return { x, y }
}

/** Any 32 bytes as a signing key: reduced modulo q, never 0. */
export function signingKeyFrom(seed: Uint8Array): bigint {
  return mod(toBigInt(hmac(sha512, utf8ToBytes('cairn grumpkin key'), seed)), Q - 1n) + 1n
}

/** True for affine coordinates below p that satisfy the curve equation; the point at infinity has none. */
export function isOnCurve({ x, y }: GrumpkinPoint): boolean {
  return isField(x) && isField(y) && mod(y * y) === mod(x * x * x - 17n)
}

/** Signs the field element `m`. The nonce depends on key and message only, so a bad random source cannot leak the key. */
export function sign(hasher: Hasher, sk: bigint, m: bigint): SchnorrSignature {
  const pk = derivePublicKey(sk)
  for (let attempt = 0n; ; attempt++) {
    const k = nonce(sk, m, attempt)
    if (k === 0n) continue
    const e = challenge(hasher, Grumpkin.BASE.multiply(k).toAffine().x, pk, m)
    const s = mod(k - e * sk, Q)
    if (isField(s)) return { s, e }
  }
}

/** True when `R = s*G + e*pk` gives back `e = H_schnorr(R.x, pk.x, pk.y, m)`. Never throws. On a server `state/fastSchnorr.ts` is faster. */
export function verify(hasher: Hasher, pk: GrumpkinPoint, m: bigint, { s, e }: SchnorrSignature): boolean {
  if (!isField(m) || !isField(s) || !isField(e) || !isOnCurve(pk)) return false
  const point = Grumpkin.BASE.multiplyUnsafe(s).add(Grumpkin.fromAffine(pk).multiplyUnsafe(e))
  if (point.is0()) return false
  return challenge(hasher, point.toAffine().x, pk, m) === e
}

/** What `e` of a signature must be: x of R, the key and the message. */
export function challenge(hasher: Hasher, rx: bigint, pk: GrumpkinPoint, m: bigint): bigint {
  return hasher.hash(tags.schnorr, [rx, pk.x, pk.y, m])
}

/** HMAC-SHA-512 is 256 bits wider than q: the bias of the reduction is negligible. */
function nonce(sk: bigint, m: bigint, attempt: bigint): bigint {
  const bytes = (value: bigint) => fromHex(toHex32(value)) ?? new Uint8Array(32)
  return mod(toBigInt(hmac(sha512, bytes(sk), concatBytes(utf8ToBytes('cairn schnorr nonce'), bytes(m), bytes(attempt)))), Q)
}
