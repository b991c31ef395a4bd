import { randomBytes } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'
import { base58 } from '@scure/base'
import pino from 'pino'
import type { Client } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { chains } from '#chains/registry.ts'
import { createCursors } from '#server/api/cursor.ts'
import { createAuthHandler } from '#server/api/handlers/authHandler.ts'
import { createConnectHandler } from '#server/api/handlers/connectHandler.ts'
import { createCoverHandler } from '#server/api/handlers/coverHandler.ts'
import { createCsvHandler } from '#server/api/handlers/csvHandler.ts'
import { createDrawHandler } from '#server/api/handlers/drawHandler.ts'
import { createListHandler } from '#server/api/handlers/listHandler.ts'
import { createNonceHandler } from '#server/api/handlers/nonceHandler.ts'
import { createTrpcHandler } from '#server/api/handlers/trpcHandler.ts'
import { createViewHandler } from '#server/api/handlers/viewHandler.ts'
import { createVisitHandler } from '#server/api/handlers/visitHandler.ts'
import { createMemoryLimiter, type Limiter } from '#server/api/limiter.ts'
import { composeMembers, type MemberDeps } from '#server/compose/members.ts'
import { linkChains, signInChains } from '#server/compose/settings.ts'
import { readEnv } from '#server/shared/env.ts'
import { createEvidenceClient } from '#server/verify/evidenceClient.ts'
import { freshDatabase } from './database.ts'

export const origin = 'http://cairn.test:3000'

/** Limits are looked at by tests of their own; elsewhere they would only make tests depend on each other. */
export const noLimits: Limiter = { take: async (_name, _key, { points, seconds }) => ({ remaining: points, resetSeconds: seconds }) }

export type Site = Awaited<ReturnType<typeof startSite>>

/** The members' side on a database of its own: use cases, and the handlers of the web process without Next. `clock.ms` may be moved; `logged` is what the members' side logged. */
export async function startSite(
  options: { limiter?: Limiter; evmClient?: (chain: string) => Client | null; deps?: Partial<MemberDeps> } = {},
) {
  const database = await freshDatabase()
  const clock = { ms: Date.now() }
  const logged: Record<string, unknown>[] = []
  const secret = randomBytes(33).toString('base64url')
  const members = composeMembers({
    db: database.db,
    log: pino({ level: 'debug' }, { write: (line: string) => logged.push(JSON.parse(line)) }),
    origin,
    secret,
    signInChains: signInChains(),
    chains: new Set(chains.map(({ id }) => id)),
    linkChains: linkChains(readEnv({})),
    evmClient: options.evmClient ?? (() => null),
    faucet: { fund: async ({ wallet }) => ({ wallet, transfers: [] }) },
    exporter: { exportCredential: async () => null },
    authoring: { evidence: createEvidenceClient({ access: () => null }), evmReader: () => null },
    questsPerDay: 10_000,
    now: () => clock.ms,
    ...options.deps,
  })
  const api = { members, limiter: options.limiter ?? noLimits, cursors: createCursors(secret) }
  const handlers = {
    auth: createAuthHandler(api),
    nonce: createNonceHandler(api),
    trpc: createTrpcHandler(api),
    visit: createVisitHandler(api),
    views: createViewHandler(api),
    connect: createConnectHandler(api),
    lists: createListHandler(api),
    covers: createCoverHandler(api),
    csv: createCsvHandler(api),
    draws: createDrawHandler(api),
  }
  return { ...database, members, api, handlers, clock, secret, logged }
}

export const freshLimits = createMemoryLimiter

/** Any key that signs sign-in texts of one kind. */
export type TestWallet = { kind: 'siwe' | 'siws'; address: string; id: string; chain: string; sign(text: string): Promise<string> }

export function evmWallet(key = generatePrivateKey()): TestWallet {
  const account = privateKeyToAccount(key)
  return {
    kind: 'siwe',
    address: account.address,
    id: `eip155:${account.address.toLowerCase()}`,
    chain: '31338',
    sign: (message) => account.signMessage({ message }),
  }
}

export function solanaWallet(secret: Uint8Array = ed25519.utils.randomSecretKey()): TestWallet {
  const address = base58.encode(ed25519.getPublicKey(secret))
  return {
    kind: 'siws',
    address,
    id: `solana:${address}`,
    chain: 'solana:localnet',
    sign: async (text) => Buffer.from(ed25519.sign(Buffer.from(text, 'utf8'), secret)).toString('base64'),
  }
}

export type TextFields = {
  domain: string
  address: string
  statement: string | null
  uri: string
  version: string
  chain: string
  nonce: string
  issuedAt: string
  expirationTime: string | null
  notBefore: string | null
  resources: string[]
}

/** A sign-in text with every field as given; nothing is checked here. */
export function writeText(kind: 'siwe' | 'siws', fields: TextFields): string {
  return [
    `${fields.domain} wants you to sign in with your ${kind === 'siwe' ? 'Ethereum' : 'Solana'} account:`,
    fields.address,
    '',
    ...(fields.statement === null ? (kind === 'siwe' ? [''] : []) : [fields.statement, '']),
    `URI: ${fields.uri}`,
    `Version: ${fields.version}`,
    `Chain ID: ${fields.chain}`,
    `Nonce: ${fields.nonce}`,
    `Issued At: ${fields.issuedAt}`,
    ...(fields.expirationTime === null ? [] : [`Expiration Time: ${fields.expirationTime}`]),
    ...(fields.notBefore === null ? [] : [`Not Before: ${fields.notBefore}`]),
    ...(fields.resources.length === 0 ? [] : ['Resources:', ...fields.resources.map((uri) => `- ${uri}`)]),
  ].join('\n')
}

/** Message and signature as they are posted. */
export type Signed = { message: string; signature: string }
export type Answer<T = unknown> = { status: number; headers: Headers; body: T }

/** A browser: keeps cookies, names its origin, and talks to the handlers. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly site: Site

  constructor(site: Site) {
    this.site = site
  }

  async send(
    handler: keyof Site['handlers'],
    path: string,
    init: RequestInit & { headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { host: new URL(origin).host, origin, ...(cookie === '' ? {} : { cookie }), ...init.headers }
    const response = await this.site.handlers[handler](new Request(`${origin}${path}`, { ...init, headers }))
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const value = pair.slice(pair.indexOf('=') + 1)
      if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(pair.slice(0, pair.indexOf('=')))
      else this.cookies.set(pair.slice(0, pair.indexOf('=')), value)
    }
    const text = await response.text()
    let body: unknown = text
    try {
      body = JSON.parse(text)
    } catch {
      // Some answers are no JSON: their text is kept.
    }
    return { status: response.status, headers: response.headers, body }
  }

  async nonce(): Promise<string> {
    const { body } = await this.send('nonce', '/api/auth/nonce')
    return (body as { nonce: string }).nonce
  }

  async csrf(): Promise<string> {
    const { body } = await this.send('auth', '/api/auth/csrf')
    return (body as { csrfToken: string }).csrfToken
  }

  /** A right text for a wallet, but for what `change` says. */
  async text(wallet: TestWallet, change: Partial<TextFields> = {}): Promise<string> {
    // Asked for in any case: it brings the browser's cookie, without which every text is refused for that.
    const fresh = await this.nonce()
    const nonce = change.nonce ?? fresh
    return writeText(wallet.kind, {
      domain: new URL(origin).host,
      address: wallet.address,
      statement: 'Sign in to Cairn.',
      uri: origin,
      version: '1',
      chain: wallet.chain,
      issuedAt: new Date(this.site.clock.ms).toISOString(),
      expirationTime: null,
      notBefore: null,
      resources: [],
      ...change,
      nonce,
    })
  }

  async signed(wallet: TestWallet, change: Partial<TextFields> = {}): Promise<Signed> {
    return signText(wallet, await this.text(wallet, change))
  }

  /** Posts a signed text; `csrf` false leaves the token out. */
  async post(kind: 'siwe' | 'siws', fields: Record<string, string>, options: { csrf?: boolean } = {}): Promise<Answer> {
    const csrfToken = options.csrf === false ? {} : { csrfToken: await this.csrf() }
    return this.send('auth', `/api/auth/callback/${kind}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...csrfToken, json: 'true', ...fields }).toString(),
    })
  }

  async signIn(wallet: TestWallet): Promise<{ accountId: string; wallet: string }> {
    const answer = await this.post(wallet.kind, await this.signed(wallet))
    if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    return (await this.session()) as { accountId: string; wallet: string }
  }

  async session(): Promise<Record<string, unknown>> {
    return (await this.send('auth', '/api/auth/session')).body as Record<string, unknown>
  }

  query(path: string, input?: unknown): Promise<Answer> {
    return this.send('trpc', `/api/trpc/${path}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`)
  }

  mutate(path: string, input?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('trpc', `/api/trpc/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      ...(input === undefined ? {} : { body: JSON.stringify(input) }),
    })
  }
}

export async function signText(wallet: TestWallet, text: string): Promise<Signed> {
  const signature = await wallet.sign(text)
  return { message: wallet.kind === 'siwe' ? text : Buffer.from(text, 'utf8').toString('base64'), signature }
}

/** The data of a tRPC answer; throws when it is an error. */
export function dataOf<T>(answer: Answer): T {
  const body = answer.body as { result?: { data: T } }
  if (answer.status !== 200 || !body.result) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  return body.result.data
}

/** The public error of a tRPC answer. */
export function errorOf(answer: Answer): {
  message: string
  data: { code: string; httpStatus: number; field: string | null; requestId: string | null }
} {
  return (answer.body as { error: ReturnType<typeof errorOf> }).error
}
