import type { WalletId } from '#server/auth/walletId.ts'
import type { AccountStore } from './accountStore.ts'

/** What a use case of this room works with inside one transaction. */
export type AccountWork = {
  accounts: AccountStore
  publish(event: { topic: string; kind: string; payload: Record<string, unknown> }): Promise<void>
  /** Steps of this account's open quests are judged again. */
  rejudge(accountId: string): Promise<void>
  /** A wallet was added to the account: its owner is told. */
  tellLinked(accountId: string, wallet: WalletId): Promise<void>
}
export type AccountDeps = { transact<T>(work: (work: AccountWork) => Promise<T>): Promise<T>; now(): number }

/** The account of a proven wallet; the first sign-in makes account and wallet together, once, however many arrive at the same moment. */
export function signInWith(deps: AccountDeps, wallet: WalletId): Promise<{ accountId: string }> {
  return deps.transact(async ({ accounts }) => {
    const known = await accounts.findWallet(wallet)
    if (known) return { accountId: known.accountId }
    const account = await accounts.createAccount()
    if (await accounts.addWallet(wallet, account.id, { primary: true, at: new Date(deps.now()) })) return { accountId: account.id }
    // Another sign-in of the same wallet was first: its account is the one, ours was never seen.
    await accounts.removeAccount(account.id)
    const winner = await accounts.findWallet(wallet)
    if (!winner) throw new Error('a wallet that was just taken is not there')
    return { accountId: winner.accountId }
  })
}
