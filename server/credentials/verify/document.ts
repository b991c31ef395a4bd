import * as z from 'zod'
import type { Hex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import { parseSlotProof, type SlotProof } from './slotProof.ts'

/** String contexts only: no verifier has to fetch or trust a context of ours. */
export const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'] as const
export const credentialTypes = ['VerifiableCredential', 'OpenBadgeCredential'] as const

/** Names of things of the slot as URIs. */
export const credentialUrn = (slot: { chainId: number; rollup: Hex }, index: number): string =>
  `urn:cairn:eip155:${slot.chainId}:${slot.rollup}:credential:${index}`
export const questUrn = (slot: { chainId: number; rollup: Hex }, quest: number): string =>
  `urn:cairn:eip155:${slot.chainId}:${slot.rollup}:quest:${quest}`

const dateTime = z.iso.datetime({ precision: 0 })
const schema = z.looseObject({
  '@context': z.tuple([z.literal(contexts[0]), z.literal(contexts[1])]),
  id: z.string().max(200),
  type: z.tuple([z.literal(credentialTypes[0]), z.literal(credentialTypes[1])]),
  name: z.string().max(500),
  issuer: z.looseObject({ id: z.string().max(200), name: z.string().max(200).optional() }),
  validFrom: dateTime,
  validUntil: dateTime.optional(),
  credentialSubject: z.looseObject({
    id: z.string().max(200),
    achievement: z.looseObject({ id: z.string().max(200), name: z.string().max(500) }),
  }),
  evidence: z.tuple([z.looseObject({ narrative: z.string().max(100_000) })]),
  proof: z.unknown(),
})

/** A credential document of ours with the slot proof that it carries. */
export type CredentialDocument = z.output<typeof schema> & { slotProof: SlotProof }

/** Reads a document of the W3C VC 2.0 / Open Badges 3.0 export. Throws `credential.invalid` naming the field, what was found and what is expected. */
export function parseDocument(json: unknown): CredentialDocument {
  const parsed = schema.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw invalid(issue?.path.join('.') || 'document', issue?.message ?? 'a credential document')
  }
  const proof = parseSlotProof(parseJson(parsed.data.evidence[0].narrative))
  if (!proof.ok) throw invalid(`evidence.0.narrative${proof.field ? `.${proof.field}` : ''}`, proof.expected)
  return { ...parsed.data, slotProof: proof.value }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function invalid(field: string, expected: string): CairnError {
  return new CairnError('credential.invalid', `This is not a credential of ours: ${field} is not right.`, { meta: { field, expected } })
}
