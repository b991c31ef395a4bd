import { ed25519 } from '@noble/curves/ed25519.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { type SchnorrSignature, sign, signingKeyFrom } from '#server/rollup/protocol/schnorr.ts'
import { fromHex, type Hex, toHex, toHex32 } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import { didOfEd25519 } from '../verify/didKey.ts'
import { voucherMessage } from '../verify/issuerVoucher.ts'

/** What a process needs to sign exports: an Ed25519 seed, and the issuer's word that its DID speaks for it. Mints cannot be signed with it. */
export type CredentialKey = { seed: Uint8Array; did: string; voucher: SchnorrSignature }

/** Settings CAIRN_CREDENTIAL_KEY and CAIRN_CREDENTIAL_VOUCHER of an issuer key: made once by whoever holds that key, for the process that exports. */
export function credentialSettings(hasher: Hasher, issuerKey: string): { CAIRN_CREDENTIAL_KEY: Hex; CAIRN_CREDENTIAL_VOUCHER: Hex } {
  const issuer = bytesOf('CAIRN_ISSUER_KEY', issuerKey, 32)
  const seed = hmac(sha512, utf8ToBytes('cairn credential key'), issuer).slice(0, 32)
  const { s, e } = sign(hasher, signingKeyFrom(issuer), voucherMessage(didOfEd25519(ed25519.getPublicKey(seed))))
  return { CAIRN_CREDENTIAL_KEY: toHex(seed), CAIRN_CREDENTIAL_VOUCHER: `${toHex32(s)}${toHex32(e).slice(2)}` }
}

/** The key from those settings. Throws `config.invalid`. */
export function readCredentialKey(settings: { CAIRN_CREDENTIAL_KEY: string; CAIRN_CREDENTIAL_VOUCHER: string }): CredentialKey {
  const seed = bytesOf('CAIRN_CREDENTIAL_KEY', settings.CAIRN_CREDENTIAL_KEY, 32)
  const voucher = bytesOf('CAIRN_CREDENTIAL_VOUCHER', settings.CAIRN_CREDENTIAL_VOUCHER, 64)
  const [s, e] = [voucher.subarray(0, 32), voucher.subarray(32)].map((half) => BigInt(toHex(half))) as [bigint, bigint]
  return { seed, did: didOfEd25519(ed25519.getPublicKey(seed)), voucher: { s, e } }
}

function bytesOf(name: string, text: string, length: number): Uint8Array {
  const bytes = fromHex(text)
  if (bytes?.length === length) return bytes
  throw new CairnError('config.invalid', `${name} is not ${length} bytes.`, {
    meta: { field: name, expected: `0x and ${2 * length} hex digits` },
  })
}
