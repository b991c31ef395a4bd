import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { base58 } from '@scure/base'
import { canonicalJson } from '#server/shared/canonical.ts'
import { didOfEd25519, didOfVerificationMethod, ed25519OfDid, verificationMethodOf } from './didKey.ts'

export type JsonObject = { readonly [key: string]: unknown }

/** W3C Data Integrity EdDSA Cryptosuites 1.0, suite `eddsa-jcs-2022`. */
export type DataIntegrityProof = {
  type: 'DataIntegrityProof'
  cryptosuite: 'eddsa-jcs-2022'
  created: string
  verificationMethod: string
  proofPurpose: 'assertionMethod'
  '@context': unknown
  proofValue: string
}

export type ProofRefusal = 'proof.missing' | 'proof.malformed' | 'proof.unknown-key' | 'proof.context' | 'proof.expired' | 'proof.mismatch'

/** What is signed: sha256 of the canonical proof options, then sha256 of the canonical document without its proof. */
export function hashData(document: JsonObject, options: JsonObject): Uint8Array {
  const digest = (value: unknown) => sha256(utf8ToBytes(canonicalJson(value)))
  return concatBytes(digest(options), digest(document))
}

/** Signs a document that has no proof yet. `seed`: 32 bytes of Ed25519; `created`: XML Schema dateTime. */
export function addProof<T extends JsonObject>(document: T, seed: Uint8Array, created: string): T & { proof: DataIntegrityProof } {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    created,
    verificationMethod: verificationMethodOf(didOfEd25519(ed25519.getPublicKey(seed))),
    proofPurpose: 'assertionMethod',
    '@context': document['@context'],
  } as const
  const proofValue = `z${base58.encode(ed25519.sign(hashData(document, options), seed))}`
  return { ...document, proof: { ...options, proofValue } }
}

/**
 * Checks every `eddsa-jcs-2022` proof of a document (one proof or a set) and answers whose did:key signed. Proofs of other suites are
 * passed over, but one of ours must be there. `now`: unix seconds. Never throws.
 */
export function checkProof(document: JsonObject, now: number): { ok: true; signers: string[] } | { ok: false; reason: ProofRefusal } {
  const { proof, ...unsecured } = document
  const proofs = (Array.isArray(proof) ? proof : [proof]).filter(isObject)
  const ours = proofs.filter(({ cryptosuite }) => cryptosuite === 'eddsa-jcs-2022')
  if (ours.length === 0) return { ok: false, reason: 'proof.missing' }
  const signers: string[] = []
  for (const one of ours) {
    const result = checkOne(unsecured, one, now)
    if (!result.ok) return result
    signers.push(result.signer)
  }
  return { ok: true, signers }
}

function checkOne(
  unsecured: JsonObject,
  proof: JsonObject,
  now: number,
): { ok: true; signer: string } | { ok: false; reason: ProofRefusal } {
  const { proofValue, ...options } = proof
  const signature = signatureBytes(proofValue)
  const wellFormed = options.type === 'DataIntegrityProof' && options.proofPurpose === 'assertionMethod' && isTimeOrAbsent(options.created)
  if (!wellFormed || signature === null || typeof options.verificationMethod !== 'string' || !isTimeOrAbsent(options.expires)) {
    return { ok: false, reason: 'proof.malformed' }
  }
  const signer = didOfVerificationMethod(options.verificationMethod)
  const publicKey = signer === null ? null : ed25519OfDid(signer)
  if (signer === null || publicKey === null) return { ok: false, reason: 'proof.unknown-key' }
  const context = options['@context']
  if (context !== undefined && !startsWith(unsecured['@context'], context)) return { ok: false, reason: 'proof.context' }
  if (typeof options.expires === 'string' && Date.parse(options.expires) < now * 1000) return { ok: false, reason: 'proof.expired' }
  try {
    const signed = hashData(context === undefined ? unsecured : { ...unsecured, '@context': context }, options)
    // Strict RFC 8032: one signature per key and message, and no key of small order that would fit any message.
    if (ed25519.verify(signature, signed, publicKey, { zip215: false })) return { ok: true, signer }
  } catch {
    // not canonical JSON, or not a point
  }
  return { ok: false, reason: 'proof.mismatch' }
}

function signatureBytes(value: unknown): Uint8Array | null {
  if (typeof value !== 'string' || !/^z[1-9A-HJ-NP-Za-km-z]{60,90}$/.test(value)) return null
  const bytes = base58.decode(value.slice(1))
  return bytes.length === 64 ? bytes : null
}

const isTimeOrAbsent = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value) && !Number.isNaN(Date.parse(value)))

function startsWith(whole: unknown, start: unknown): boolean {
  const list = (value: unknown) => (Array.isArray(value) ? value : [value]).map(canonicalJson)
  const [all, first] = [list(whole), list(start)]
  return first.every((context, i) => context === all[i])
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
