import * as z from 'zod'
import { sendSteps } from '#server/credentials/explorer/batchViews.ts'
import { amount, count, hex, instant, named, orNone, text } from './basics.ts'
import { credentialStates } from './credential.ts'

const gas = count.nullable()

const batchFields = {
  number: z.int().meta({ examples: [7] }),
  circuit: z.string(),
  status: z.enum(['sealed', 'proposed', 'voted', 'final', 'pruned']),
  credentials: count,
  accounts: count,
  inboxItems: count,
  dataBytes: count,
  oldRoot: hex,
  newRoot: hex,
  timestamp: z.int().meta({ description: 'The slot’s clock, unix seconds.' }),
  sealedAt: instant,
  proposedAt: orNone,
  provenAt: orNone,
  finalAt: orNone,
  proposeTx: hex.nullable(),
  voteTx: hex.nullable(),
  proposeGas: gas,
  verifyGas: gas,
  gasPerCredential: gas,
  proofMs: z.int().nullable(),
  watcher: z.enum(['agrees', 'disagrees', 'not-yet']),
}

export const batch = named('Batch', 'A batch of the slot.', z.object(batchFields))

export const batchDetail = named(
  'BatchDetail',
  'A batch with all that L2 did with it.',
  z.object({
    ...batchFields,
    dataCommit: hex,
    wordsHash: hex,
    entries: count,
    sends: z.array(
      z.object({
        step: z.enum(sendSteps),
        status: z.enum(['queued', 'sent', 'mined', 'reverted']),
        hash: hex.nullable(),
        gas,
        bytes: count,
        blobBytes: count.nullable(),
        minedAt: orNone,
      }),
    ),
    previous: z.int().nullable(),
    next: z.int().nullable(),
  }),
)

const member = z.object({ index: z.int().nullable(), handle: z.string().nullable(), wallet: z.string().nullable(), member: z.boolean() })
const tokens = z.object({ token: z.int(), value: amount })

const txFields = {
  id: z.string().meta({ examples: ['inbox-3'] }),
  lane: z.enum(['mint', 'openAccount', 'ledger', 'inbox']),
  kind: z.string().meta({ examples: ['mint'] }),
  state: z.enum(credentialStates),
  batch: z.int().nullable(),
  at: instant,
  account: member.nullable(),
  subject: z.object({
    amount: tokens.nullable(),
    recipient: z.string().nullable(),
    other: member.nullable(),
    quest: z.object({ index: z.int(), slug: z.string().nullable(), title: text.nullable() }).nullable(),
    credential: z.int().nullable(),
  }),
}

export const tx = named('Tx', 'A transaction of the slot.', z.object(txFields))

const field = z.object({ name: z.string(), type: z.string(), value: z.string(), token: z.int().optional() })
const hash = hex.nullable()

export const txDetail = named(
  'TxDetail',
  'Everything about one transaction of the slot.',
  z.object({
    ...txFields,
    fields: z.array(field),
    nonce: z.int().nullable(),
    fee: tokens.nullable(),
    authoriser: field.nullable(),
    refusal: z.string().nullable(),
    words: z.array(hex),
    trail: z.object({ item: hash, propose: hash, vote: hash, finalize: hash, pay: hash }),
    times: z.object({ acceptedAt: instant, sealedAt: orNone, proposedAt: orNone, provenAt: orNone, finalAt: orNone, paidAt: orNone }),
    kept: z.boolean().nullable(),
  }),
)

export const chainHealth = named(
  'ChainHealth',
  'How a chain is read now. `lagMs` is the age of its head.',
  z.object({
    chain: z.string().meta({ examples: ['eip155:1'] }),
    name: text,
    icon: z.string(),
    status: z.enum(['ok', 'late', 'down', 'unused']),
    height: z.int().nullable(),
    finalizedHeight: z.int().nullable(),
    lagMs: z.int().nullable(),
    checkedAt: orNone,
  }),
)
