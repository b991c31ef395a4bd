import { endSessions } from '#server/auth/endSessions.ts'
import { issueNonce } from '#server/auth/nonce.ts'
import { requireWalletId, type WalletId } from '#server/auth/walletId.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { ChangeDeps, ChangeWork } from './changeWallets.ts'
import {
  accountRef,
  readSigned,
  refusal,
  requireSigned,
  type SignedText,
  type TextChains,
  takeChallengeOf,
  writeWalletText,
} from './walletText.ts'

export type MergeWork = ChangeWork & {
  /** What one account did and owns becomes another's: completions, CUBEs, XP, spaces, connections, notices. A quest that both completed stays where it is. */
  moveDeeds(from: string, into: string): Promise<void>
  /** The owner of the account that stays is told that the one of `wallet` is part of it now. */
  tellMerged(into: string, moved: { from: string; wallet: string }): Promise<void>
}
export type MergeDeps = Omit<ChangeDeps, 'transact'> & { transact<T>(work: (work: MergeWork) => Promise<T>): Promise<T> }

const holderOf = (accountId: string) => `merge:${accountId}`

/** What each side signs; a wallet of the other account stands for all of it. */
const statements = {
  into: (from: string) => `Take all that the Cairn account of ${from} has into the account of this wallet. Only agree if both are yours.`,
  from: (into: string) =>
    `Move this wallet, and all that its Cairn account has, into the account of ${into}. Its own account ends. Only agree if both are yours.`,
}
const refOf = (wallet: string, chains: TextChains) => accountRef(wallet as WalletId, chains)

/** Texts to sign: `into` by the wallet that is signed in, `from` by every wallet of the account that `wallet` belongs to. */
export async function challengeMerge(deps: MergeDeps, input: { accountId: string; sessionWallet: string; wallet: string }) {
  const into = requireWalletId(input.sessionWallet)
  const wallet = requireWalletId(input.wallet)
  const known = await deps.readAccounts.findWallet(wallet)
  if (!known)
    throw new CairnError('not-found', 'This wallet has no account: link it.', {
      meta: { field: 'wallet', found: wallet, expected: 'a wallet of another account' },
    })
  refuseSame(known.accountId, input.accountId)
  const wallets = (await deps.readAccounts.listWallets(known.accountId)).map(({ address }) => address as WalletId)
  const { nonce, expiresAt } = await issueNonce(deps, holderOf(input.accountId))
  const times = { issuedAt: deps.now(), expiresAt: expiresAt.getTime() }
  const text = (signer: WalletId, statement: string) => ({
    wallet: signer,
    message: writeWalletText({ signer, statement, chains: deps.linkChains, origin: deps.origin, nonce, ...times }),
  })
  return {
    into: text(into, statements.into(refOf(wallets[0] ?? wallet, deps.linkChains))),
    from: wallets.map((signer) => text(signer, statements.from(refOf(into, deps.linkChains)))),
    expiresAt: expiresAt.toISOString(),
  }
}

/**
 * Moves another account into this one. Every wallet of the other one signed, and one of this one: whoever holds one wallet of an account cannot give the
 * account away. Throws `auth.refused`, `not-found`, `conflict`.
 */
export async function mergeAccounts(deps: MergeDeps, input: { accountId: string; into: SignedText; from: SignedText[] }) {
  const into = { field: 'into', signed: input.into, text: readSigned(deps, input.into, 'into') }
  const from = input.from.map((signed, i) => ({ field: `from.${i}`, signed, text: readSigned(deps, signed, `from.${i}`) }))
  await takeChallengeOf(
    deps,
    [into, ...from].map(({ text }) => text),
    holderOf(input.accountId),
  )
  const sayings = from.map(({ text }) => statements.into(refOf(text.wallet, deps.linkChains)))
  const said = sayings.find((statement) => statement === into.text.statement)
  const [first] = from
  if (!first || said === undefined) throw refusal('into', 'text.other-wallet')
  await requireSigned(deps, into, said)
  for (const side of from) await requireSigned(deps, side, statements.from(refOf(into.text.wallet, deps.linkChains)))
  const signers = from.map(({ text }) => text.wallet)
  return deps.transact(async (work) => {
    const other = (await work.accounts.findWallet(first.text.wallet))?.accountId
    if (other === undefined) throw refusal('from.0', 'wallet.not-theirs')
    refuseSame(other, input.accountId)
    await work.accounts.hold(other, input.accountId)
    const [leaving, staying] = [await work.accounts.listWallets(other), await work.accounts.listWallets(input.accountId)]
    if (!staying.some(({ address }) => address === into.text.wallet)) throw refusal('into', 'wallet.not-yours')
    const complete =
      leaving.length === new Set(signers).size && leaving.every(({ address }) => signers.some((signer) => signer === address))
    if (leaving.length === 0 || !complete) throw refusal('from', 'wallet.missing')
    await move(work, { from: other, into: input.accountId, at: new Date(deps.now()) })
    await work.tellMerged(input.accountId, { from: other, wallet: first.text.wallet })
    await work.accounts.addMerge(
      [into, ...from].map(({ signed, text }) => ({
        ...{ fromAccount: other, intoAccount: input.accountId, wallet: text.wallet, createdAt: new Date(deps.now()) },
        ...{ message: signed.message, signature: signed.signature },
      })),
    )
    return { wallets: leaving.map(({ address }) => address) }
  })
}

async function move(work: MergeWork, { from, into, at }: { from: string; into: string; at: Date }) {
  for (const change of await work.changes.ofAccount(from)) if (change.status === 'open') await work.changes.close(change.id, 'void', at)
  await work.accounts.moveAccount(from, into, at)
  await work.moveDeeds(from, into)
  await endSessions(work, from)
  await work.publish({ topic: `account:${into}`, kind: 'account.merged', payload: { from } })
  await work.rejudge(into)
}

function refuseSame(other: string, accountId: string) {
  if (other === accountId) throw new CairnError('conflict', 'This wallet is linked to your account already.', { meta: { field: 'wallet' } })
}
