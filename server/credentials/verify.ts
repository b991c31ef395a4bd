import { maxClockDriftSeconds } from '#server/rollup/protocol/constants.gen.ts'
import type { Hasher } from '#server/rollup/protocol/poseidon2.ts'
import { type Hex, toHex32 } from '#server/shared/bytes.ts'
import { type Answer, answer, type ReasonCode } from './verify/answers.ts'
import { checkProof, type ProofRefusal } from './verify/dataIntegrity.ts'
import { isHolder } from './verify/didPkh.ts'
import { type CredentialDocument, credentialUrn, parseDocument, questUrn } from './verify/document.ts'
import { checkVoucher } from './verify/issuerVoucher.ts'
import { rootOfSlotProof } from './verify/slotProof.ts'

/** What the verifier reads from L2: the one thing it needs beside the file. */
export type L2Reader = {
  chainId: number
  /** The slot's contract, in lower case. */
  rollup: Hex
  /** The final batch whose end has this root; null when L2 knows none. */
  finalRoot(root: Hex, batch: number): Promise<{ batch: number; timestamp: number } | null>
  /** What the final batches after `batch` did to a credential's leaf. */
  revokedSince(index: number, batch: number): Promise<'none' | 'revoked' | 'unknown'>
}

export type Verification = {
  signature: Answer
  inclusion: Answer
  notRevoked: Answer
  notExpired: Answer
  /** True when all four hold. */
  verified: boolean
  /** What the document says, for people; trust it as far as the answers go. */
  credential: { id: string; name: string; holder: string; issuer: string; issuedAt: string; batch: number; chainId: number; rollup: Hex }
}

export type VerifyDeps = {
  hasher: Hasher
  reader: L2Reader
  /** Unix seconds. */
  now: number
}

/**
 * Four separate answers about an exported credential (W3C VC 2.0 with an Open Badges 3.0 achievement), from the document and L2 alone.
 * Throws `credential.invalid` when it is no such document at all, `chain.unreachable` when L2 does not answer.
 */
export async function verifyCredential({ hasher, reader, now }: VerifyDeps, json: unknown): Promise<Verification> {
  const document = parseDocument(json)
  const signature = answer(checkSignature(hasher, document, json as Record<string, unknown>, now))
  const inclusion = answer(await checkInclusion(hasher, document, reader))
  const { slotProof } = document
  const notRevoked = answer(
    inclusion.holds
      ? (`revocation.${await reader.revokedSince(slotProof.credential.index, slotProof.batch)}` as const)
      : 'revocation.not-included',
  )
  const notExpired = answer(checkExpiry(document, now))
  return {
    signature,
    inclusion,
    notRevoked,
    notExpired,
    verified: [signature, inclusion, notRevoked, notExpired].every(({ holds }) => holds),
    credential: {
      id: document.id,
      name: document.name,
      holder: document.credentialSubject.id,
      issuer: document.issuer.id,
      issuedAt: document.validFrom,
      batch: slotProof.batch,
      chainId: slotProof.chainId,
      rollup: slotProof.rollup,
    },
  }
}

const signatureCodes: Record<ProofRefusal, ReasonCode> = {
  'proof.missing': 'signature.missing',
  'proof.malformed': 'signature.malformed',
  'proof.unknown-key': 'signature.malformed',
  'proof.context': 'signature.mismatch',
  'proof.expired': 'signature.expired',
  'proof.mismatch': 'signature.mismatch',
}

function checkSignature(hasher: Hasher, document: CredentialDocument, json: Record<string, unknown>, now: number): ReasonCode {
  const proof = checkProof(json, now)
  if (!proof.ok) return signatureCodes[proof.reason]
  if (proof.signers.some((signer) => signer !== document.issuer.id)) return 'signature.not-the-issuer'
  const { leaf } = document.slotProof.quest
  const vouched = checkVoucher(hasher, { x: leaf.issuerKeyX, y: leaf.issuerKeyY }, document.issuer.id, document.slotProof.issuer)
  return vouched ? 'signature.ok' : 'signature.not-vouched'
}

async function checkInclusion(hasher: Hasher, document: CredentialDocument, reader: L2Reader): Promise<ReasonCode> {
  const { slotProof } = document
  if (slotProof.chainId !== reader.chainId || slotProof.rollup !== reader.rollup) return 'inclusion.other-slot'
  const climbed = rootOfSlotProof(hasher, slotProof)
  if (!climbed.ok) return climbed.reason
  if (!isHolder(document.credentialSubject.id, slotProof.account.leaf)) return 'inclusion.holder'
  if (slotProof.account.leaf.movedTo !== 0n) return 'inclusion.moved'
  if (!saysTheSame(document)) return 'inclusion.facts'
  const final = await reader.finalRoot(toHex32(climbed.root), slotProof.batch)
  return final?.batch === slotProof.batch ? 'inclusion.ok' : 'inclusion.not-final'
}

/** What the document says in words and dates is what the leaves say. */
function saysTheSame(document: CredentialDocument): boolean {
  const { slotProof } = document
  const { leaf, index } = slotProof.credential
  const expiresAfter = slotProof.quest.leaf.expiresAfter
  const until = expiresAfter === 0n ? undefined : isoSeconds(Number(leaf.issuedAt + expiresAfter))
  return (
    document.id === credentialUrn(slotProof, index) &&
    document.credentialSubject.achievement.id === questUrn(slotProof, Number(leaf.quest)) &&
    document.validFrom === isoSeconds(Number(leaf.issuedAt)) &&
    document.validUntil === until
  )
}

function checkExpiry({ validFrom, validUntil }: CredentialDocument, now: number): ReasonCode {
  if (Date.parse(validFrom) / 1000 > now + maxClockDriftSeconds) return 'expiry.early'
  if (validUntil === undefined) return 'expiry.never'
  return Date.parse(validUntil) / 1000 >= now ? 'expiry.ok' : 'expiry.expired'
}

/** Unix seconds as XML Schema dateTime in UTC. */
export const isoSeconds = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
