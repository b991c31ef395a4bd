import { type GuardedFetch, OutboundError, type OutboundReason } from '#server/shared/outbound/guardedFetchClient.ts'
import { readRetryAfter } from './schedule.ts'
import { signatures } from './signature.ts'

/** A message to one endpoint. `secrets`: those that are valid now, the current one first. */
export type Outgoing = { url: string; id: string; body: string; secrets: readonly string[] }

/** What an attempt brought. `answer`: first bytes of what the endpoint said. `sealed`: its secret does not open here. */
export type Outcome =
  | { code: number; answer: string; retryAfterMs: number | null }
  | { error: Exclude<OutboundReason, 'not-json' | 'too-large'> | 'sealed' }

/** Of an answer, so many bytes are kept for the log. */
export const answerBytes = 1024
/** An endpoint has so long, as the spec asks. */
export const timeoutMs = 15_000

export type SendDeps = { fetch: GuardedFetch; now(): number }

/** Posts a message with its headers of the Standard Webhooks spec. The status alone is the answer; nothing is thrown for an endpoint that gives none. */
export async function sendMessage({ fetch, now }: SendDeps, { url, id, body, secrets }: Outgoing): Promise<Outcome> {
  const timestamp = Math.floor(now() / 1000)
  const headers = {
    accept: '*/*',
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures({ id, timestamp, body }, secrets),
  }
  try {
    const { status, headers: got, body: said } = await fetch({ url, method: 'POST', headers, body })
    return { code: status, answer: printable(said), retryAfterMs: readRetryAfter(got['retry-after'], now()) }
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error
    const { reason } = error
    // Neither is thrown where only the start of an answer is taken.
    return { error: reason === 'not-json' || reason === 'too-large' ? 'unreachable' : reason }
  }
}

/** An answer is a stranger's text: no controls but line feeds and tabs, and nothing that the database refuses. */
const printable = (text: string) => text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, '\ufffd')
