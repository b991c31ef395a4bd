import { type Result, refused } from '#server/shared/result.ts'
import { parseInstant } from './rfc3339.ts'
import type { WalletId } from './walletId.ts'

/** What a sign-in text must say, from our configuration and clock: never from the request. */
export type SignInExpectation = {
  /** Origin of the site, such as `https://cairn.example`. */
  origin: string
  /** Chain ids (CAIP-2) that we know. */
  chains: ReadonlySet<string>
  /** Milliseconds since the epoch. */
  now: number
}

/** What a sign-in text said, after every field was bound. */
export type SignInText = {
  wallet: WalletId
  /** CAIP-2 id of the message's chain. */
  chain: string
  nonce: string
  statement: string | null
  resources: readonly string[]
}

export type SignInRefusal =
  | 'text.too-large'
  | 'text.malformed'
  | 'text.domain'
  | 'text.scheme'
  | 'text.uri'
  | 'text.version'
  | 'text.chain'
  | 'text.address'
  | 'text.nonce'
  | 'text.issued-at'
  | 'text.expiration'
  | 'text.not-before'
  | 'text.is-transaction'

export const maxTextBytes = 4096
/** How far `Issued At` may lie from our clock, either way. */
export const issuedWithinMs = 10 * 60_000

type Times = { issuedAt: string | null; expirationTime: string | null; notBefore: string | null }

/** Fields that both kinds of text share; null when all hold. */
export function checkShared(
  text: Times & { domain: string; uri: string | null; version: string | null; nonce: string | null },
  expected: SignInExpectation,
): Result<never, SignInRefusal> | null {
  const { host, origin } = new URL(expected.origin)
  if (text.domain !== host) return refused('text.domain')
  if (text.uri === null || originOf(text.uri) !== origin) return refused('text.uri')
  if (text.version !== '1') return refused('text.version')
  if (text.nonce === null || !/^[0-9a-zA-Z]{16,64}$/.test(text.nonce)) return refused('text.nonce')
  return checkTimes(text, expected.now)
}

function checkTimes(text: Times, now: number) {
  const issuedAt = text.issuedAt === null ? null : parseInstant(text.issuedAt)
  if (issuedAt === null || Math.abs(now - issuedAt) > issuedWithinMs) return refused('text.issued-at' as const)
  if (text.expirationTime !== null) {
    const expires = parseInstant(text.expirationTime)
    if (expires === null || expires <= now || expires <= issuedAt) return refused('text.expiration' as const)
  }
  if (text.notBefore !== null) {
    const from = parseInstant(text.notBefore)
    if (from === null || from > now) return refused('text.not-before' as const)
  }
  return null
}

/** Origin of an http(s) URI without user info; anything else has none. */
function originOf(uri: string): string | null {
  if (!URL.canParse(uri)) return null
  const url = new URL(uri)
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '' ? url.origin : null
}

/** Printable ASCII and line feeds: no CR, no tabs, nothing that renders as something else. */
export const isPlainText = (text: string) => /^[\n\x20-\x7e]*$/.test(text)
