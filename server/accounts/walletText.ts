import { type NonceDeps, takeNonce } from '#server/auth/nonce.ts'
import type { SignInText } from '#server/auth/signInText.ts'
import { readSiwe } from '#server/auth/siwe.ts'
import { readSiws } from '#server/auth/siws.ts'
import { checkSignature, type SignatureDeps } from '#server/auth/verifySignIn.ts'
import { requireWalletId, type WalletId, walletAddress, walletNamespace } from '#server/auth/walletId.ts'
import { CairnError } from '#server/shared/errors.ts'

/** The chain that stands for each namespace in texts that wallets sign. CAIP-2. */
export type TextChains = { eip155: string; solana: string }
export type TextDeps = NonceDeps & SignatureDeps & { linkChains: TextChains }

/** A text and the signature over it: hex for EVM, base64 for Solana. */
export type SignedText = { wallet: string; message: string; signature: string }

export type TextInput = {
  signer: WalletId
  /** What is agreed to: one line of ASCII. */
  statement: string
  chains: TextChains
  origin: string
  nonce: string
  /** Milliseconds since the epoch. */
  issuedAt: number
  expiresAt: number
}

/** CAIP-10 id of a wallet on the chain that stands for its namespace. */
export const accountRef = (wallet: WalletId, chains: TextChains) => `${chains[walletNamespace(wallet)]}:${walletAddress(wallet)}`

/** The text that a wallet signs: ERC-4361 for EVM, Sign-In With Solana for Solana; both bind domain, nonce and expiry. */
export function writeWalletText({ signer, statement, chains, origin, nonce, issuedAt, expiresAt }: TextInput): string {
  const evm = walletNamespace(signer) === 'eip155'
  const chain = chains[walletNamespace(signer)]
  return [
    `${new URL(origin).host} wants you to sign in with your ${evm ? 'Ethereum' : 'Solana'} account:`,
    walletAddress(signer),
    '',
    statement,
    '',
    `URI: ${origin}`,
    'Version: 1',
    `Chain ID: ${evm ? chain.slice('eip155:'.length) : chain}`,
    `Nonce: ${nonce}`,
    `Issued At: ${new Date(issuedAt).toISOString()}`,
    `Expiration Time: ${new Date(expiresAt).toISOString()}`,
  ].join('\n')
}

/** What a signed text says; its signature is not looked at yet. Throws `auth.refused`, `input.invalid`. */
export function readSigned(deps: SignatureDeps, signed: SignedText, field: string): SignInText {
  const wallet = requireWalletId(signed.wallet, `${field}.wallet`)
  const expected = { origin: deps.origin, chains: deps.chains, now: deps.now() }
  const text =
    walletNamespace(wallet) === 'eip155' ? readSiwe(signed.message, expected) : readSiws(new TextEncoder().encode(signed.message), expected)
  if (!text.ok) throw refusal(field, text.reason)
  if (text.value.wallet !== wallet) throw refusal(field, 'text.address')
  return text.value
}

/** The texts of one challenge: takes its nonce, before any signature is looked at. Throws `auth.refused`. */
export async function takeChallengeOf(deps: NonceDeps, texts: readonly SignInText[], holder: string): Promise<void> {
  const [first] = texts
  const same = first !== undefined && texts.every(({ nonce }) => nonce === first.nonce)
  if (!same || !(await takeNonce(deps, first.nonce, holder))) throw refusal('from', 'nonce.unknown')
}

/** Throws `auth.refused` unless the text agrees to exactly this and its wallet signed it. */
export async function requireSigned(
  deps: SignatureDeps,
  { signed, text, field }: { signed: SignedText; text: SignInText; field: string },
  statement: string,
): Promise<void> {
  if (text.statement !== statement) throw refusal(field, 'text.other-wallet')
  const wrong = await checkSignature(deps, asSignIn(signed, text), text)
  if (wrong) throw refusal(field, wrong)
}

const asSignIn = (signed: SignedText, text: SignInText) =>
  walletNamespace(text.wallet) === 'eip155'
    ? ({ kind: 'siwe', message: signed.message, signature: signed.signature } as const)
    : ({ kind: 'siws', message: Buffer.from(signed.message, 'utf8').toString('base64'), signature: signed.signature } as const)

export const refusal = (field: string, reason: string) =>
  new CairnError('auth.refused', 'The signed text does not hold.', {
    meta: { field, found: reason, expected: 'the texts of one challenge, each signed by its wallet' },
  })
