import { base58 } from '@scure/base'

/** Multicodec ed25519-pub, as an unsigned varint (W3C Multikey). */
const ED25519 = [0xed, 0x01] as const
const PREFIX = 'did:key:'

/** `did:key:z6Mk…` of an Ed25519 public key of 32 bytes (W3C CCG did:key). */
export function didOfEd25519(publicKey: Uint8Array): string {
  return `${PREFIX}z${base58.encode(Uint8Array.from([...ED25519, ...publicKey]))}`
}

/** The 32 bytes of an Ed25519 did:key; null for anything else. */
export function ed25519OfDid(did: string): Uint8Array | null {
  const text = did.startsWith(`${PREFIX}z`) && did.length < 100 ? did.slice(PREFIX.length + 1) : ''
  if (!/^[1-9A-HJ-NP-Za-km-z]+$/.test(text)) return null
  const bytes = base58.decode(text)
  return bytes.length === 34 && bytes[0] === ED25519[0] && bytes[1] === ED25519[1] ? bytes.slice(2) : null
}

/** The key's id within its own document: `did:key:z…#z…`. */
export const verificationMethodOf = (did: string): string => `${did}#${did.slice(PREFIX.length)}`

/** The DID whose only key this verification method is; null when it is not written that way. */
export function didOfVerificationMethod(method: string): string | null {
  const did = method.slice(0, Math.max(0, method.indexOf('#')))
  return did !== '' && verificationMethodOf(did) === method ? did : null
}
