import { issueNonce } from '#server/auth/nonce.ts'
import { requireWalletId, type WalletId } from '#server/auth/walletId.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { AccountStore } from './accountStore.ts'
import type { AccountDeps } from './signInWith.ts'
import {
  accountRef,
  readSigned,
  refusal,
  requireSigned,
  type SignedText,
  type TextDeps,
  takeChallengeOf,
  writeWalletText,
} from './walletText.ts'

export type LinkDeps = AccountDeps & TextDeps & { readAccounts: AccountStore }

const holderOf = (accountId: string) => `link:${accountId}`

/** Says what is agreed to and names the other wallet. */
const linkStatement = (other: string) =>
  `Link this wallet to one Cairn account together with ${other}. Only agree if both wallets are yours.`

/** Two texts to sign: `from` by the wallet that is signed in, `to` by the wallet that is to be added, each naming the other. */
export async function challengeLink(deps: LinkDeps, input: { accountId: string; sessionWallet: string; wallet: string }) {
  const to = requireWalletId(input.wallet)
  const from = requireWalletId(input.sessionWallet)
  await refuseTaken(deps.readAccounts, to, input.accountId)
  const { nonce, expiresAt } = await issueNonce(deps, holderOf(input.accountId))
  const text = (signer: WalletId, other: WalletId) =>
    writeWalletText({
      signer,
      statement: linkStatement(accountRef(other, deps.linkChains)),
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
export async function linkWallets(deps: LinkDeps, input: { accountId: string; from: SignedText; to: SignedText }) {
  const from = readSigned(deps, input.from, 'from')
  const to = readSigned(deps, input.to, 'to')
  await takeChallengeOf(deps, [from, to], holderOf(input.accountId))
  for (const [field, signed, text, other] of [
    ['from', input.from, from, to],
    ['to', input.to, to, from],
  ] as const)
    await requireSigned(deps, { signed, text, field }, linkStatement(accountRef(other.wallet, deps.linkChains)))
  await deps.transact(async (work) => {
    await work.accounts.hold(input.accountId)
    const held = await work.accounts.findWallet(from.wallet)
    if (held?.accountId !== input.accountId) throw refusal('from', 'wallet.not-yours')
    const place = { primary: false, at: new Date(deps.now()) }
    if (!(await work.accounts.addWallet(to.wallet, input.accountId, place))) await refuseTaken(work.accounts, to.wallet, input.accountId)
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
    await work.tellLinked(input.accountId, to.wallet)
    await work.rejudge(input.accountId)
  })
  return { wallet: to.wallet }
}

async function refuseTaken(accounts: AccountStore, wallet: WalletId, accountId: string) {
  const row = await accounts.findWallet(wallet)
  if (!row) return
  if (row.accountId === accountId)
    throw new CairnError('conflict', 'This wallet is already linked to your account.', { meta: { field: 'wallet', found: wallet } })
  throw new CairnError('wallet.taken', 'This wallet belongs to another account.', {
    meta: { field: 'wallet', found: wallet, expected: 'a wallet that has never signed in by itself' },
  })
}
