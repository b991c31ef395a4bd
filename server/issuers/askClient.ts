import type { SchnorrSignature } from '#server/rollup/protocol/schnorr.ts'
import { type GuardedFetch, type OutboundAnswer, OutboundError } from '#server/shared/outbound/guardedFetchClient.ts'
import { readRetryAfter } from '#server/webhooks/schedule.ts'
import { signatures } from '#server/webhooks/signature.ts'
import { readSignature, type SignBody, signAnswer, signRefusal } from './contract.ts'

/** Why there is no signature. `refused`: its address may not be asked. `declined`: its policy says no. `busy`: later. `failed`: an error of its own. */
export const signerFaults = [
  'refused',
  'unreachable',
  'redirect',
  'too-large',
  'too-slow',
  'not-json',
  'wrong-answer',
  'wrong-signature',
  'declined',
  'busy',
  'failed',
  'sealed',
  'no-signer',
  'not-asked',
] as const
export type SignerFault = (typeof signerFaults)[number]

/** A signer has so long; it is asked again after that. */
export const timeoutMs = 10_000
export const answerBytes = 4096

/** `words`: what the signer itself said. */
export type Asked = { signature: SchnorrSignature } | { code: SignerFault; words: string | null; retryAfterMs?: number | undefined }

type Question = { url: string; secret: string; body: SignBody }

/** Posts one request, signed as the Standard Webhooks spec says, with the request's id as the message's. Never throws for what a signer does. */
export async function askSigner({ fetch, now }: { fetch: GuardedFetch; now(): number }, { url, secret, body }: Question): Promise<Asked> {
  const text = JSON.stringify(body)
  const timestamp = Math.floor(now() / 1000)
  const headers = {
    'content-type': 'application/json',
    'webhook-id': body.id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures({ id: body.id, timestamp, body: text }, [secret]),
  }
  try {
    return read(await fetch({ url, method: 'POST', headers, body: text }), now())
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error
    return { code: error.reason, words: null }
  }
}

function read({ status, headers, body }: OutboundAnswer, now: number): Asked {
  const json = parsed(body)
  if (status !== 200) {
    const said = signRefusal.safeParse(json)
    const words = said.success ? printable(`${said.data.error.code}: ${said.data.error.message ?? ''}`) : null
    const retryAfterMs = readRetryAfter(headers['retry-after'], now) ?? undefined
    if (status === 429 || status === 503) return { code: 'busy', words, retryAfterMs }
    return { code: status >= 400 && status < 500 ? 'declined' : 'failed', words: words ?? `HTTP ${status}`, retryAfterMs }
  }
  const answer = signAnswer.safeParse(json)
  const signature = answer.success ? readSignature(answer.data) : null
  return signature ? { signature } : { code: 'wrong-answer', words: null }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // It is looked at by the schema, which takes no text for an answer.
    return null
  }
}

/** A signer's words are a stranger's text: one line, no controls. */
const printable = (text: string) =>
  text
    .toWellFormed()
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 300)
