import { canonicalJson } from '#server/shared/canonical.ts'
import { addProof, type DataIntegrityProof, type JsonObject } from '../verify/dataIntegrity.ts'
import { didOfWallet } from '../verify/didPkh.ts'
import { contexts, credentialTypes, credentialUrn, questUrn } from '../verify/document.ts'
import { type SlotProof, slotProofJson } from '../verify/slotProof.ts'
import { isoSeconds } from '../verify.ts'
import type { CredentialKey } from './credentialKey.ts'

/** What an export says in words, beside what the slot proves. */
export type ExportedCredential = {
  /** Wallet id that the slot account was opened for. */
  wallet: string
  quest: { title: string; summary: string; points: number; category: string }
  space: string
  /** Without the voucher, which is the key's. */
  proof: Omit<SlotProof, 'issuer'>
}

/**
 * W3C Verifiable Credential 2.0 with an Open Badges 3.0 achievement, signed by `eddsa-jcs-2022`. The slot proof is the narrative of the evidence:
 * every string there is part of the standard's own terms, so a verifier that knows nothing of the slot still accepts the document.
 * `created`: unix seconds.
 */
export function buildVerifiableCredential(
  input: ExportedCredential,
  key: CredentialKey,
  created: number,
): JsonObject & { proof: DataIntegrityProof } {
  const { proof, quest } = input
  const { leaf, index } = proof.credential
  const expiresAfter = proof.quest.leaf.expiresAfter
  const document = {
    '@context': [...contexts],
    id: credentialUrn(proof, index),
    type: [...credentialTypes],
    name: quest.title,
    issuer: { id: key.did, type: ['Profile'], name: input.space },
    validFrom: isoSeconds(Number(leaf.issuedAt)),
    ...(expiresAfter === 0n ? {} : { validUntil: isoSeconds(Number(leaf.issuedAt + expiresAfter)) }),
    credentialSubject: {
      id: didOfWallet(input.wallet),
      type: ['AchievementSubject'],
      achievement: {
        id: questUrn(proof, Number(leaf.quest)),
        type: ['Achievement'],
        achievementType: 'Badge',
        name: quest.title,
        description: quest.summary,
        criteria: { narrative: `${quest.summary} (${quest.category}, ${quest.points} points)` },
      },
    },
    evidence: [
      {
        id: `${credentialUrn(proof, index)}:proof`,
        type: ['Evidence'],
        name: 'Proof of inclusion in the slot',
        description: `State of the slot after batch ${proof.batch}, final on chain ${proof.chainId}, contract ${proof.rollup}.`,
        narrative: canonicalJson(slotProofJson({ ...proof, issuer: key.voucher })),
      },
    ],
  }
  return addProof(document, key.seed, isoSeconds(created))
}
