import * as z from 'zod'
import type { WebhookType } from '#drizzle/schema/webhooks.ts'
import { didOfWallet } from '#server/credentials/verify/didPkh.ts'

export { type WebhookType, webhookTypes } from '#drizzle/schema/webhooks.ts'

const at = z.iso.datetime()
const digest = z
  .string()
  .regex(/^0x[0-9a-f]{62}$/)
  .meta({ examples: [`0x${'5f'.repeat(31)}`] })
const text = z.strictObject({ en: z.string(), ja: z.string() })
const space = z.strictObject({ slug: z.string(), name: z.string() })
/** `version`: the one that members see, or that this member works on. */
const quest = z.strictObject({ slug: z.string(), title: text, version: z.int(), rulesHash: digest })
const wholeQuest = quest.extend({ opensAt: at, closesAt: at, supply: z.int(), completed: z.int() })
/** `wallet`: CAIP-10, on the main chain of its namespace. Of a credential it is the one that the slot minted to, else the account's primary one. */
const member = z.strictObject({
  wallet: z
    .string()
    .regex(/^(eip155:1:0x[0-9a-fA-F]{40}|solana:[\w-]{32}:\w{32,44})$/)
    .meta({ examples: ['eip155:1:0x52908400098527886E0F7030069857D2E4169EE7'] }),
  handle: z.string().nullable(),
})
const participation = z.strictObject({ id: z.uuid(), startedAt: at })
const credential = z.strictObject({ id: z.uuid(), evidenceDigest: digest })
/** `index`: its leaf in the slot, by which anybody finds it. */
const sealed = credential.extend({ index: z.int(), serial: z.int().nullable(), issuedAt: at.nullable() })

const ofQuest = z.strictObject({ space, quest: wholeQuest })
const ofMember = { space, quest, member }

/** What `data` holds, by type. Times are ISO 8601, numbers fit a double; nothing here is secret. Members may be added, so readers ignore what they do not know. */
export const payloads = {
  'quest.published': ofQuest,
  'quest.live': ofQuest,
  'quest.ended': ofQuest,
  'participation.started': z.strictObject({ ...ofMember, participation }),
  'step.passed': z.strictObject({
    ...ofMember,
    participation,
    step: z.strictObject({ id: z.string(), title: text, evidenceDigest: digest.nullable() }),
  }),
  'quest.completed': z.strictObject({ ...ofMember, credential }),
  /** `batch`: the one that made it final. */
  'credential.final': z.strictObject({ ...ofMember, credential: sealed, batch: z.int() }),
  /** `batch`: the one that took it back, which is final. `reason`: the issuer's number for it. */
  'credential.revoked': z.strictObject({ ...ofMember, credential: sealed, batch: z.int(), reason: z.int() }),
  'webhook.test': z.strictObject({ space, endpoint: z.uuid() }),
} as const satisfies Record<WebhookType, z.ZodType>

export type Payload<T extends WebhookType> = z.output<(typeof payloads)[T]>

/** The whole message by the Standard Webhooks spec. */
export const message = <T extends WebhookType>(type: T) => z.strictObject({ type: z.literal(type), timestamp: at, data: payloads[type] })

/** The body of a message, as it is sent and signed. */
export const writeBody = <T extends WebhookType>(type: T, when: Date, data: Payload<T>): string =>
  JSON.stringify({ type, timestamp: when.toISOString(), data })

/** CAIP-10 of a wallet id. A wallet is the same on every chain of its namespace, the main one stands for all, as in its `did:pkh`. */
export const accountOfWallet = (wallet: string): string => didOfWallet(wallet).slice('did:pkh:'.length)

/** The message's id outside, which every attempt carries. `uid`: a UUID. */
export const messageId = (uid: string) => `msg_${uid.replaceAll('-', '')}`
export const messageIdPattern = /^msg_[0-9a-f]{32}$/
/** The UUID of such an id, without dashes, as Postgres takes it, too. */
export const uidOfMessage = (id: string) => id.slice('msg_'.length)
