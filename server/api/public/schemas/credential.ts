import * as z from 'zod'
import { revocationReasons } from '#server/credentials/revocation.ts'
import { count, hex, instant, named, orNone, slugText, spaceRef, text, uuid, wallet } from './basics.ts'

export const credentialStates = ['accepted', 'batched', 'proposed', 'proven', 'final', 'refused'] as const

const view = {
  id: uuid,
  index: z
    .int()
    .nullable()
    .meta({ description: 'Its leaf in the slot; null before it is in a batch.', examples: [42] }),
  serial: z.int().nullable().meta({ description: 'Its number among those of its quest.' }),
  quest: z.object({ slug: slugText, title: text, category: z.string(), points: z.int() }),
  space: spaceRef,
  holder: z.object({
    handle: z.string().nullable(),
    wallet,
    mintedTo: wallet.meta({ description: 'The wallet that the slot minted it to, which never changes.' }),
  }),
  state: z.enum(credentialStates),
  batch: z.int().nullable(),
  issuedAt: orNone,
  createdAt: instant,
  times: z.object({ acceptedAt: instant, sealedAt: orNone, proposedAt: orNone, provenAt: orNone, finalAt: orNone }),
}

export const credential = named('Credential', 'A CUBE: what a completed quest gives.', z.object(view))

/** A W3C Verifiable Credential 2.0; its own context says what is in it. */
export const document = z.record(z.string(), z.unknown()).meta({
  id: 'VerifiableCredential',
  description: 'W3C Verifiable Credential 2.0 with an Open Badges 3.0 achievement and the slot’s proof.',
})

export const credentialPage = named(
  'CredentialWithDocument',
  'A CUBE with its portable document; null until it is final.',
  z.object({ ...view, document: document.nullable() }),
)

export const credentialRecord = named(
  'CredentialRecord',
  'All that a CUBE says in public: its rules in words, digests of its evidence, expiry, revocation.',
  z.object({
    ...view,
    names: z.record(z.string(), z.string()).meta({ description: 'Checked ENS names of the holder’s wallets, by wallet.' }),
    supply: count,
    expiresAt: orNone,
    revoked: z
      .object({ batch: z.int(), final: z.boolean(), reason: z.enum(revocationReasons).nullable(), words: z.string().nullable() })
      .nullable(),
    rules: z.object({
      version: z.int(),
      hash: hex,
      order: z.enum(['any', 'sequence']),
      steps: z.array(z.object({ id: z.string(), title: text, rule: text, digest: hex.nullable() })),
    }),
    evidence: z.object({ digest: hex, root: hex.nullable(), position: z.int().nullable() }),
  }),
)

export const person = named(
  'Person',
  'A member’s public page. `credentials` are the newest; the list of all has pages.',
  z.object({
    id: uuid,
    handle: z.string().nullable(),
    wallets: z.array(wallet),
    names: z.record(z.string(), z.string()),
    credentials: z.array(credential),
    count: count,
    joinedAt: instant,
  }),
)

const entry = z.object({
  rank: z.int(),
  sharedBy: z.int().meta({ description: 'Members with the same XP share a rank.' }),
  account: z.object({ id: uuid, handle: z.string().nullable(), wallet, name: z.string().nullable() }),
  level: z.int(),
  xp: count,
  credentials: count,
  flagged: z.boolean().meta({ description: 'The account looks like one of several of one person.' }),
})

export const leaderboard = named(
  'Leaderboard',
  'Members by XP. A period without an end has null there.',
  z.object({
    period: z.object({ kind: z.string(), from: orNone, to: orNone }),
    category: z.string().nullable(),
    space: spaceRef.nullable(),
    members: count,
    entries: z.array(entry),
    nextCursor: z.string().nullable(),
  }),
)
