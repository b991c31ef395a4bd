import { SiweMessage } from 'siwe'
import { ok, type Result, refused } from '#server/shared/result.ts'
import { checkShared, isPlainText, maxTextBytes, type SignInExpectation, type SignInRefusal, type SignInText } from './signInText.ts'
import { evmWalletId } from './walletId.ts'

/**
 * Reads a Sign-In with Ethereum text (ERC-4361) and binds every field. `siwe` is used for its strict ABNF grammar only, and only on strings:
 * its object form accepts malformed messages, and its own `verify` leaves uri and chain unchecked.
 */
export function readSiwe(text: string, expected: SignInExpectation): Result<SignInText, SignInRefusal> {
  if (text.length > maxTextBytes) return refused('text.too-large')
  if (!isPlainText(text)) return refused('text.malformed')
  const message = parseSiwe(text)
  if (!message) return refused('text.malformed')
  if (message.scheme && `${message.scheme}:` !== new URL(expected.origin).protocol) return refused('text.scheme')
  const refusal = checkShared(
    {
      domain: message.domain,
      uri: message.uri,
      version: message.version,
      nonce: message.nonce,
      issuedAt: message.issuedAt ?? null,
      expirationTime: message.expirationTime ?? null,
      notBefore: message.notBefore ?? null,
    },
    expected,
  )
  if (refusal) return refusal
  // The parser turns `Chain ID: 01` into 1: the line itself is what was signed.
  const chain = /\nChain ID: ([1-9]\d{0,15})\n/.exec(text)?.[1]
  if (chain === undefined || chain !== String(message.chainId) || !expected.chains.has(`eip155:${chain}`)) return refused('text.chain')
  const wallet = evmWalletId(message.address)
  if (!wallet) return refused('text.address')
  return ok({
    wallet,
    chain: `eip155:${chain}`,
    nonce: message.nonce,
    statement: message.statement ?? null,
    resources: message.resources ?? [],
  })
}

/** The fields of a text that keeps the grammar; null otherwise. */
export function parseSiwe(text: string): SiweMessage | null {
  if (typeof text !== 'string') return null
  try {
    return new SiweMessage(text)
  } catch {
    // Refused by the grammar: the library throws instead of answering. Nothing to keep, the text itself is the cause.
    return null
  }
}
