import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import { type Hex, toHex } from './bytes.ts'

/** Canonical JSON, RFC 8785. `undefined` members are left out; bigint, NaN and infinities are refused by the library. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('not a JSON value')
  return text
}

/** sha256 of the canonical JSON, upper 248 bits: a digest that fits the field (rollup README). 31 bytes, hex. */
export function canonicalDigest(value: unknown): Hex {
  return toHex(sha256(utf8ToBytes(canonicalJson(value))).slice(0, 31))
}

/** The same digest as a field element. */
export function digestToField(digest: Hex): bigint {
  return BigInt(digest)
}
