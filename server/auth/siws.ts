import { ok, type Result, refused } from '#server/shared/result.ts'
import { checkShared, isPlainText, maxTextBytes, type SignInExpectation, type SignInRefusal, type SignInText } from './signInText.ts'
import { parsesAsSolanaTransaction } from './solanaTransaction.ts'
import { solanaWalletId } from './walletId.ts'

export type SiwsFields = {
  domain: string
  address: string
  statement: string | null
  uri: string | null
  version: string | null
  chainId: string | null
  nonce: string | null
  issuedAt: string | null
  expirationTime: string | null
  notBefore: string | null
  requestId: string | null
  resources: string[]
}

/** Labels in the one order that the specification allows. */
const labels = [
  ['URI', 'uri'],
  ['Version', 'version'],
  ['Chain ID', 'chainId'],
  ['Nonce', 'nonce'],
  ['Issued At', 'issuedAt'],
  ['Expiration Time', 'expirationTime'],
  ['Not Before', 'notBefore'],
  ['Request ID', 'requestId'],
] as const

/**
 * Reads the signed bytes of a Sign-In With Solana text and binds every field. The address is taken from the text and from nowhere else:
 * a wallet's answer also names an account, and believing that one lets any key sign in as anybody.
 */
export function readSiws(signed: Uint8Array, expected: SignInExpectation): Result<SignInText, SignInRefusal> {
  if (signed.length > maxTextBytes) return refused('text.too-large')
  // Bytes that are also a transaction could have been signed for another purpose, or be sent for one.
  if (parsesAsSolanaTransaction(signed)) return refused('text.is-transaction')
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(signed)
  const message = isPlainText(text) ? parseSiws(text) : null
  if (!message) return refused('text.malformed')
  const refusal = checkShared(message, expected)
  if (refusal) return refusal
  if (message.chainId === null || !expected.chains.has(message.chainId)) return refused('text.chain')
  const wallet = solanaWalletId(message.address)
  if (!wallet) return refused('text.address')
  return ok({ wallet, chain: message.chainId, nonce: message.nonce ?? '', statement: message.statement, resources: message.resources })
}

/**
 * Parses the text by its grammar, stricter than the wallets' own parser: the statement is one line, so it can never look like fields.
 * Null when the text does not keep it. Source: https://github.com/phantom/sign-in-with-solana
 */
export function parseSiws(text: string): SiwsFields | null {
  const lines = text.split('\n')
  const domain = /^(\S+) wants you to sign in with your Solana account:$/.exec(lines[0] ?? '')?.[1]
  const address = lines[1]
  if (domain === undefined || address === undefined || !/^[1-9A-HJ-NP-Za-km-z]{1,44}$/.test(address)) return null
  const fields: SiwsFields = {
    domain,
    address,
    statement: null,
    uri: null,
    version: null,
    chainId: null,
    nonce: null,
    issuedAt: null,
    expirationTime: null,
    notBefore: null,
    requestId: null,
    resources: [],
  }
  if (lines.length === 2) return fields
  if (lines[2] !== '') return null
  let at = 3
  if (!isField(lines[at])) {
    const statement = lines[at++]
    if (!statement) return null
    fields.statement = statement
    if (at === lines.length) return fields
    if (lines[at++] !== '' || at === lines.length) return null
  }
  return readFields(lines.slice(at), fields)
}

const isField = (line: string | undefined) => labels.some(([label]) => line?.startsWith(`${label}: `)) || line === 'Resources:'

function readFields(lines: string[], fields: SiwsFields): SiwsFields | null {
  let at = 0
  for (const [label, key] of labels) {
    const line = lines[at]
    if (!line?.startsWith(`${label}: `)) continue
    const value = line.slice(label.length + 2)
    if (value === '') return null
    fields[key] = value
    at++
  }
  if (lines[at] === 'Resources:') {
    for (at++; at < lines.length; at++) {
      const uri = /^- (\S+)$/.exec(lines[at] ?? '')?.[1]
      if (uri === undefined) return null
      fields.resources.push(uri)
    }
  }
  return at === lines.length ? fields : null
}
