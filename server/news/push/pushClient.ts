import { type GuardedFetch, OutboundError } from '#server/shared/outbound/guardedFetchClient.ts'
import { encryptPush, type PushChance } from './encrypt.ts'
import type { PushSubscriptionRow } from './pushStore.ts'
import { type PushSender, vapidAuthorization } from './vapid.ts'

/** `gone`: the push service knows the browser no more. `failed`: not now; the notice is in the inbox. */
export type PushOutcome = 'sent' | 'gone' | 'failed'

export type PushDeps = { fetch: GuardedFetch; sender: PushSender; chance(): PushChance; now(): number }

/** A message that found nobody for a day is old news. Seconds. */
const keepSeconds = 24 * 3600

/** Hands one message to the browser's push service. The service reads nothing of it. Source: RFC 8030. */
export async function sendPush(deps: PushDeps, browser: PushSubscriptionRow, message: Uint8Array): Promise<PushOutcome> {
  const keys = { publicKey: Buffer.from(browser.publicKey, 'base64url'), secret: Buffer.from(browser.secret, 'base64url') }
  try {
    const { status } = await deps.fetch({
      url: browser.endpoint,
      method: 'POST',
      headers: {
        authorization: vapidAuthorization(deps.sender, browser.endpoint, deps.now()),
        'content-encoding': 'aes128gcm',
        'content-type': 'application/octet-stream',
        ttl: String(keepSeconds),
        urgency: 'normal',
      },
      body: encryptPush(message, keys, deps.chance()),
    })
    if (status === 404 || status === 410) return 'gone'
    return status >= 200 && status < 300 ? 'sent' : 'failed'
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error
    // An answer that is no JSON is an answer: the message was taken.
    if (error.reason === 'not-json') return 'sent'
    return error.reason === 'refused' ? 'gone' : 'failed'
  }
}
