import { hkdf } from '@noble/hashes/hkdf.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { fromHex, type Hex, toBigInt, toHex32 } from '#server/shared/bytes.ts'
import { tags } from './constants.gen.ts'
import { mod, P } from './field.ts'
import type { Hasher } from './poseidon2.ts'
import { Q } from './schnorr.ts'

/** What a spend key belongs to: one slot on one chain, and its number among the keys of the wallet there, from 0. */
export type SpendKeyPlace = { chainId: number; rollup: Hex; keyNumber: number }

/** `secret` signs ledger txs; `identitySecret` is behind the account's identity, which the first key sets and no later one changes. */
export type SpendKey = { secret: bigint; identitySecret: bigint }

const warning = 'Only sign this on Cairn. Whoever has this signature can spend what you hold in this slot.'

/** Order of secp256k1: s and order - s are one signature in two forms. */
const SECP256K1_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

/** What an EVM wallet signs to have its spend key: EIP-712, the same for the same place. */
export function spendKeyTypedData({ chainId, rollup, keyNumber }: SpendKeyPlace) {
  const slot = rollup.toLowerCase() as Hex
  return {
    domain: { name: 'Cairn spend key', version: '1', chainId, verifyingContract: slot },
    types: {
      SpendKey: [
        { name: 'warning', type: 'string' },
        { name: 'slot', type: 'address' },
        { name: 'keyNumber', type: 'uint32' },
      ],
    },
    primaryType: 'SpendKey',
    message: { warning, slot, keyNumber },
  } as const
}

/** What a Solana wallet signs. */
export function spendKeyText({ chainId, rollup, keyNumber }: SpendKeyPlace): string {
  return ['Cairn spend key', warning, `chain: ${chainId}`, `slot: ${rollup.toLowerCase()}`, `key number: ${keyNumber}`].join('\n')
}

/**
 * An ECDSA signature in its one form: r, low s, v of 27 or 28. Wallets write v as 0, 1, 27 or 28, and some do not lower s.
 * Null for anything that is not the signature of a secp256k1 key (a smart account's, say): no key is made from that.
 */
export function canonicalEvmSignature(signature: string): Uint8Array | null {
  const bytes = fromHex(signature)
  if (bytes?.length !== 65) return null
  const r = toBigInt(bytes.subarray(0, 32))
  const s = toBigInt(bytes.subarray(32, 64))
  const v = bytes[64] ?? 255
  const parity = v >= 27 ? v - 27 : v
  if (parity > 1 || r === 0n || r >= SECP256K1_ORDER || s === 0n || s >= SECP256K1_ORDER) return null
  const high = s > SECP256K1_ORDER / 2n
  const canonical = toHex32(r) + toHex32(high ? SECP256K1_ORDER - s : s).slice(2)
  return fromHex(`${canonical}${(high ? 28 - parity : 27 + parity).toString(16)}`)
}

/** Spend key of a canonical EVM signature (65 bytes) or an ed25519 signature (64 bytes): HKDF-SHA-512 to 64 bytes, reduced. */
export function spendKeyFrom(signature: Uint8Array): SpendKey {
  const derive = (info: string, modulus: bigint) =>
    mod(toBigInt(hkdf(sha512, signature, utf8ToBytes('cairn'), utf8ToBytes(info), 64)), modulus)
  return { secret: derive('spend key', Q), identitySecret: derive('identity', P) }
}

/** `H_identity(idSecret)`: what `setKey` gives with the first key. */
export const identityOf = (hasher: Hasher, identitySecret: bigint): bigint => hasher.hash(tags.identity, [identitySecret])
