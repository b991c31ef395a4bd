import type { WebhookMessage } from './types.gen.ts'

/** Headers as a web request has them, or as Node gives them. */
export type WebhookHeaders = Headers | Record<string, string | string[] | undefined>

/** A message that is not ours, was changed on its way, or is too old. */
export class WebhookRefused extends Error {
  override readonly name = 'WebhookRefused'
}

/** `secrets`: one, or both while one takes over from the other. `body`: as it came, before it is parsed. `now`: milliseconds. */
export type VerifyInput = {
  secrets: string | readonly string[]
  headers: WebhookHeaders
  body: string
  toleranceSeconds?: number
  now?: number
}

/**
 * A message of ours, once its signature holds (Standard Webhooks, symmetric). Throws `WebhookRefused`. The same message may come again: its id is in
 * `webhook-id`, keep those that you have done.
 */
export async function verifyWebhook({
  secrets,
  headers,
  body,
  toleranceSeconds = 300,
  now = Date.now(),
}: VerifyInput): Promise<WebhookMessage> {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headerOf(headers, name))
  if (!id || !timestamp || !signatures) throw new WebhookRefused('A header of the signature is missing.')
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now / 1000 - Number(timestamp)) > toleranceSeconds)
    throw new WebhookRefused('The message is too old, or from the future.')
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`)
  for (const secret of [secrets].flat()) {
    const key = await keyOf(secret)
    for (const signature of signatures.split(' ')) {
      const [version, text = ''] = signature.split(',')
      const bytes = version === 'v1' ? bytesOf(text) : null
      // The platform's own comparison takes the same time whatever differs.
      if (bytes && (await crypto.subtle.verify('HMAC', key, bytes, signed))) return JSON.parse(body) as WebhookMessage
    }
  }
  throw new WebhookRefused('No signature holds.')
}

function headerOf(headers: WebhookHeaders, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}

async function keyOf(secret: string): Promise<CryptoKey> {
  const bytes = bytesOf(secret.replace(/^whsec_/, ''))
  // An empty key would hold for everybody.
  if (!bytes || bytes.length === 0) throw new TypeError('the secret is not one of a webhook')
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify'])
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  } catch {
    return null
  }
}
