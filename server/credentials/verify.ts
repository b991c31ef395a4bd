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

/** What the file alone says, without L2. `signature` and `inclusion`: `.ok` as far as the file alone can tell. */
export type Examined = {
  signature: ReasonCode
  inclusion: ReasonCode
  /** The state root that all of its paths lead to; null when they lead nowhere. */
  root: Hex | null
  slot: { chainId: number; rollup: Hex }
  batch: number
  index: number
  quest: number
  /** Number of the category in the slot. */
  category: number
  validFrom: string
  validUntil: string | undefined
  credential: Verification['credential']
}

/** The part of the verification that asks nobody; it is most of the work. Throws `credential.invalid` when it is no such document at all. `now`: unix seconds. */
export function examine(hasher: Hasher, json: unknown, now: number): Examined {
  const document = parseDocument(json)
  const { slotProof } = document
  const climbed = rootOfSlotProof(hasher, slotProof)
  return {
    signature: checkSignature(hasher, document, json as Record<string, unknown>, now),
    inclusion: climbed.ok ? checkFacts(document) : climbed.reason,
    root: climbed.ok ? toHex32(climbed.root) : null,
    slot: { chainId: slotProof.chainId, rollup: slotProof.rollup },
    batch: slotProof.batch,
    index: slotProof.credential.index,
    quest: Number(slotProof.credential.leaf.quest),
    category: Number(slotProof.quest.leaf.category),
    validFrom: document.validFrom,
    validUntil: document.validUntil,
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

/**
 * Four separate answers about an exported credential (W3C VC 2.0 with an Open Badges 3.0 achievement), from the document and L2 alone.
 * Throws `credential.invalid` when it is no such document at all, `chain.unreachable` when L2 does not answer.
 */
export const verifyCredential = async ({ hasher, reader, now }: VerifyDeps, json: unknown): Promise<Verification> =>
  verifyExamined({ reader, now }, examine(hasher, json, now))

/** The four answers one by one, for those who want to tell what is known while L2 is still asked. */
export const answerSignature = (examined: Examined): Answer => answer(examined.signature)

export const answerInclusion = async (examined: Examined, reader: L2Reader): Promise<Answer> =>
  answer(await checkInclusion(examined, reader))

export const answerRevocation = async (
  examined: Examined,
  { reader, inclusion }: { reader: L2Reader; inclusion: Answer },
): Promise<Answer> =>
  answer(inclusion.holds ? (`revocation.${await reader.revokedSince(examined.index, examined.batch)}` as const) : 'revocation.not-included')

/** `now`: unix seconds. */
export const answerExpiry = (examined: Examined, now: number): Answer => answer(checkExpiry(examined, now))

/** The same for a document that was examined before. */
export async function verifyExamined({ reader, now }: Omit<VerifyDeps, 'hasher'>, examined: Examined): Promise<Verification> {
  const signature = answerSignature(examined)
  const inclusion = await answerInclusion(examined, reader)
  const notRevoked = await answerRevocation(examined, { reader, inclusion })
  const notExpired = answerExpiry(examined, now)
  return {
    signature,
    inclusion,
    notRevoked,
    notExpired,
    verified: [signature, inclusion, notRevoked, notExpired].every(({ holds }) => holds),
    credential: examined.credential,
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

/** Whether the document says what the leaves say; they lead to a root. */
function checkFacts(document: CredentialDocument): ReasonCode {
  const { leaf } = document.slotProof.account
  if (!isHolder(document.credentialSubject.id, leaf)) return 'inclusion.holder'
  if (leaf.movedTo !== 0n) return 'inclusion.moved'
  return saysTheSame(document) ? 'inclusion.ok' : 'inclusion.facts'
}

async function checkInclusion({ slot, inclusion, root, batch }: Examined, reader: L2Reader): Promise<ReasonCode> {
  if (slot.chainId !== reader.chainId || slot.rollup !== reader.rollup) return 'inclusion.other-slot'
  if (root === null || inclusion !== 'inclusion.ok') return inclusion
  const final = await reader.finalRoot(root, batch)
  return final?.batch === batch ? 'inclusion.ok' : 'inclusion.not-final'
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

function checkExpiry({ validFrom, validUntil }: Examined, now: number): ReasonCode {
  if (Date.parse(validFrom) / 1000 > now + maxClockDriftSeconds) return 'expiry.early'
  if (validUntil === undefined) return 'expiry.never'
  return Date.parse(validUntil) / 1000 >= now ? 'expiry.ok' : 'expiry.expired'
}

/** Unix seconds as XML Schema dateTime in UTC. */
export const isoSeconds = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
