import { randomUUID } from 'node:crypto'
import { Refusal } from './patience.ts'

type Answer = { status: number; text: string }

/** A browser without a window: keeps cookies, signs in through next-auth, calls tRPC over HTTP. One per signed-in wallet. */
export class SiteClient {
  readonly #base: string
  readonly #cookies = new Map<string, string>()

  constructor(base: string) {
    this.#base = base
  }

  get origin() {
    return this.#base
  }

  async query<T>(procedure: string, input?: unknown): Promise<T> {
    const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
    return unwrap<T>(procedure, await this.#send('GET', `/api/trpc/${procedure}${query}`))
  }

  async mutate<T>(procedure: string, input: unknown, requestId: string = randomUUID()): Promise<T> {
    const headers = { 'content-type': 'application/json', 'x-request-id': requestId }
    return unwrap<T>(procedure, await this.#send('POST', `/api/trpc/${procedure}`, JSON.stringify(input), headers))
  }

  /**
   * Signs in: a nonce and a CSRF token are fetched, `sign` makes text and signature, next-auth checks them.
   * Safe to repeat: every attempt has its own nonce. Throws a refusal when the site says no.
   */
  async signIn(provider: 'siwe' | 'siws', sign: (nonce: string) => Promise<{ message: string; signature: string }>) {
    const { nonce } = await this.#json<{ nonce: string }>('/api/auth/nonce')
    const { csrfToken } = await this.#json<{ csrfToken: string }>('/api/auth/csrf')
    const body = new URLSearchParams({ csrfToken, json: 'true', ...(await sign(nonce)) }).toString()
    const answer = await this.#send('POST', `/api/auth/callback/${provider}`, body, { 'content-type': 'application/x-www-form-urlencoded' })
    if (answer.status >= 500) throw new Error(`sign-in answered ${answer.status}`)
    const session = await this.#json<{ accountId?: string; wallet?: string }>('/api/auth/session')
    if (!session.accountId || !session.wallet) throw new Error(`sign-in made no session (${answer.status})`)
    return { accountId: session.accountId, wallet: session.wallet }
  }

  async #json<T>(path: string): Promise<T> {
    const { status, text } = await this.#send('GET', path)
    if (status !== 200) throw new Error(`${path} answered ${status}`)
    return JSON.parse(text) as T
  }

  async #send(method: string, path: string, body?: string, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${this.#base}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...headers, origin: this.#base, cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      signal: AbortSignal.timeout(20_000),
      ...(body === undefined ? {} : { body }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const pair = cookie.split(';', 1)[0] ?? ''
      const at = pair.indexOf('=')
      if (at > 0) this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return { status: response.status, text: await response.text() }
  }
}

/** A 4xx other than "slow down" is an answer that stays; anything else may pass. */
function unwrap<T>(procedure: string, { status, text }: Answer): T {
  let body: { result?: { data: T }; error?: { message?: string; data?: { code?: string } } }
  try {
    body = JSON.parse(text) as typeof body
  } catch {
    throw new Error(`${procedure} answered ${status}, and no JSON`)
  }
  if (status === 200 && body.result) return body.result.data
  const message = `${procedure} answered ${status}: ${body.error?.message ?? text.slice(0, 200)}`
  if (status >= 400 && status < 500 && status !== 408 && status !== 429)
    throw new Refusal(body.error?.data?.code ?? String(status), message)
  throw new Error(message)
}
