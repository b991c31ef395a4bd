import * as z from 'zod'
import { writtenText } from '#server/quests/text.ts'
import { messageIdPattern, type WebhookType, webhookTypes } from '#server/webhooks/payloads.ts'

export type ChosenType = Exclude<WebhookType, 'webhook.test'>
/** What an endpoint may ask for: a test is sent when somebody asks for it, whatever the endpoint does. */
export const chosenTypes = webhookTypes.filter((type): type is ChosenType => type !== 'webhook.test')

export const types = z
  .array(z.enum(chosenTypes))
  .min(1)
  .max(chosenTypes.length)
  .refine((all) => new Set(all).size === all.length, 'must not repeat')
export const url = z.string().min(1).max(2000)
export const description = z.union([z.literal(''), writtenText(200)])
export const message = z.string().regex(messageIdPattern)
/** Changes of endpoints; each writes to the space's log. */
export const changes = { points: 20, seconds: 60 }
/** What makes us send. */
export const sends = { points: 30, seconds: 60 }
