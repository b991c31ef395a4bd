import { issueNonce, type NonceDeps, takeNonce } from '#server/auth/nonce.ts'
import type { SignInText } from '#server/auth/signInText.ts'
import { readSiwe } from '#server/auth/siwe.ts'
import { readSiws } from '#server/auth/siws.ts'
import { checkSignature, type SignatureDeps } from '#server/auth/verifySignIn.ts'
import { requireWalletId, type WalletId, walletNamespace } from '#server/auth/walletId.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { AccountStore } from './accountStore.ts'
import { accountRef, linkStatement, writeLinkText } from './linkText.ts'
import type { AccountDeps } from './signInWith.ts'

export type LinkDeps = AccountDeps &
  NonceDeps &
  SignatureDeps & {
    /** The chain that stands for each namespace in link texts. */
    linkChains: { eip155: string; solana: string }
    readAccounts: AccountStore
  }

/** One side of a link: the text and the signature over it, hex for EVM, base64 for Solana. */
export type SignedLink = { wallet: string; message: string; signature: string }

const holderOf = (accountId: string) => `link:${accountId}`

/** Two texts to sign: `from` by the wallet that is signed in, `to` by the wallet that is to be added, each naming the other. */
export async function challengeLink(deps: LinkDeps, input: { accountId: string; sessionWallet: string; wallet: string }) {
  const to = requireWalletId(input.wallet)
  const from = requireWalletId(input.sessionWallet)
  await refuseTaken(deps.readAccounts, to, input.accountId)
  const { nonce, expiresAt } = await issueNonce(deps, holderOf(input.accountId))
  const text = (signer: WalletId, other: WalletId) =>
    writeLinkText({
      signer,
      other,
      chains: deps.linkChains,
      origin: deps.origin,
      nonce,
      issuedAt: deps.now(),
      expiresAt: expiresAt.getTime(),
    })
  return {
    from: { wallet: from, message: text(from, to) },
    to: { wallet: to, message: text(to, from) },
    expiresAt: expiresAt.toISOString(),
  }
}

/**
 * Adds a wallet to the account after both wallets signed. The nonce is taken first; each text must name the other wallet, so neither signature
 * can be used for another link. Throws `auth.refused`, `wallet.taken`, `conflict`.
 */
export async function linkWallets(deps: LinkDeps, input: { accountId: string; from: SignedLink; to: SignedLink }) {
  const from = readLink(deps, input.from, 'from')
  const to = readLink(deps, input.to, 'to')
  if (from.nonce !== to.nonce || !(await takeNonce(deps, from.nonce, holderOf(input.accountId)))) throw refusal('from', 'nonce.unknown')
  for (const [field, signed, text, other] of [
    ['from', input.from, from, to],
    ['to', input.to, to, from],
  ] as const) {
    if (text.statement !== linkStatement(accountRef(other.wallet, deps.linkChains))) throw refusal(field, 'text.other-wallet')
    const wrong = await checkSignature(deps, signedText(signed, text), text)
    if (wrong) throw refusal(field, wrong)
  }
  await deps.transact(async (work) => {
    const held = await work.accounts.findWallet(from.wallet)
    if (held?.accountId !== input.accountId) throw refusal('from', 'wallet.not-yours')
    if (!(await work.accounts.addWallet(to.wallet, input.accountId, false))) await refuseTaken(work.accounts, to.wallet, input.accountId)
    await work.accounts.addLink({
      accountId: input.accountId,
      from: from.wallet,
      to: to.wallet,
      fromMessage: input.from.message,
      fromSignature: input.from.signature,
      toMessage: input.to.message,
      toSignature: input.to.signature,
    })
    await work.publish({ topic: `account:${input.accountId}`, kind: 'wallet.linked', payload: { wallet: to.wallet } })
    await work.rejudge(input.accountId)
  })
  return { wallet: to.wallet }
}

function readLink(deps: LinkDeps, signed: SignedLink, field: string): SignInText {
  const wallet = requireWalletId(signed.wallet, `${field}.wallet`)
  const expected = { origin: deps.origin, chains: deps.chains, now: deps.now() }
  const text =
    walletNamespace(wallet) === 'eip155' ? readSiwe(signed.message, expected) : readSiws(new TextEncoder().encode(signed.message), expected)
  if (!text.ok) throw refusal(field, text.reason)
  if (text.value.wallet !== wallet) throw refusal(field, 'text.address')
  return text.value
}

const signedText = (signed: SignedLink, text: SignInText) =>
  walletNamespace(text.wallet) === 'eip155'
    ? ({ kind: 'siwe', message: signed.message, signature: signed.signature } as const)
    : ({ kind: 'siws', message: Buffer.from(signed.message, 'utf8').toString('base64'), signature: signed.signature } as const)

async function refuseTaken(accounts: AccountStore, wallet: WalletId, accountId: string) {
  const row = await accounts.findWallet(wallet)
  if (!row) return
  if (row.accountId === accountId)
    throw new CairnError('conflict', 'This wallet is already linked to your account.', { meta: { field: 'wallet', found: wallet } })
  throw new CairnError('wallet.taken', 'This wallet belongs to another account.', {
    meta: { field: 'wallet', found: wallet, expected: 'a wallet that has never signed in by itself' },
  })
}

const refusal = (field: string, reason: string) =>
  new CairnError('auth.refused', 'The signed link does not hold.', {
    meta: { field, found: reason, expected: 'the two texts of one challenge, each signed by its wallet' },
  })
