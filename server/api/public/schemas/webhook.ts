import * as z from 'zod'
import { deliveryStatuses } from '#server/webhooks/endpointViews.ts'
import { webhookTypes } from '#server/webhooks/payloads.ts'
import { count, instant, named, orNone, uuid } from './basics.ts'

export const endpoint = named(
  'Webhook',
  'Where a space’s own systems are told what happens.',
  z.object({
    id: uuid,
    url: z.string().meta({ examples: ['https://hooks.example/cairn'] }),
    description: z.string(),
    types: z.array(z.enum(webhookTypes)),
    status: z.enum(['active', 'paused', 'disabled']),
    disabledFor: z.enum(['gone', 'failing']).nullable(),
    failingSince: orNone,
    previousSecretUntil: orNone,
    createdAt: instant,
  }),
)

const secret = z.string().meta({ examples: ['whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'] })

export const madeEndpoint = named(
  'WebhookSecret',
  'An endpoint with its secret, which is in this answer and in no other.',
  z.object({ id: uuid, secret }),
)
export const freshSecret = named(
  'FreshSecret',
  'The new secret; so long, messages carry a signature by the one before, too.',
  z.object({ secret, previousSecretUntil: instant }),
)

export const message = named(
  'Message',
  'A message by its id, by which the deliveries have it.',
  z.object({ message: z.string().meta({ examples: ['msg_0b0e7a525f0c4c1e9d531c2f0a8f9a10'] }) }),
)

export const delivery = named(
  'Delivery',
  'A message on its way to an endpoint, and what came of the last attempt.',
  z.object({
    message: z.string().meta({ examples: ['msg_0b0e7a525f0c4c1e9d531c2f0a8f9a10'] }),
    type: z.enum(webhookTypes),
    body: z.string(),
    at: instant,
    status: z.enum(deliveryStatuses),
    attempts: count,
    nextAt: orNone,
    attemptedAt: orNone,
    code: z.int().nullable(),
    error: z.string().nullable(),
    answer: z.string().nullable(),
    deliveredAt: orNone,
  }),
)

export const replayed = named(
  'Replayed',
  'How many messages were queued; `until` is the next call’s `since`, null when there is no more.',
  z.object({ queued: count, until: orNone }),
)

export const list = named(
  'List',
  'A list of wallets or members that rules can name, by its digest.',
  z.object({
    id: uuid,
    name: z.string().meta({ examples: ['Early testers'] }),
    by: z.enum(['evm', 'solana', 'handle']),
    digest: z.string(),
    columns: z.array(z.string()),
    rows: count,
    duplicates: count,
    createdAt: instant,
  }),
)
