import { carryOutDue } from '#server/accounts/changeWallets.ts'
import { createWalletChangeStore } from '#server/accounts/walletChangeStore.ts'
import { walletWork } from '#server/compose/wallets.ts'
import { evmWallet, type Site, solanaWallet, type TestWallet } from './members.ts'

export const day = 86_400_000
export type Request = Parameters<Site['members']['wallets']['signChange']>[0]['request']
export type Holder = { accountId: string; wallets: TestWallet[] }

type Text = { wallet: string; message: string }
export const signed = async (wallet: TestWallet, text: Text) => ({ ...text, signature: await wallet.sign(text.message) })

export const signUp = async (site: Site, wallet: TestWallet): Promise<string> =>
  (await site.members.accounts.signInWith(wallet.id as `eip155:0x${string}`)).accountId

/** Links `to`, both sides signing. */
export async function link(site: Site, accountId: string, { from, to }: { from: TestWallet; to: TestWallet }) {
  const texts = await site.members.wallets.challengeLink({ accountId, sessionWallet: from.id, wallet: to.id })
  return site.members.wallets.link({ accountId, from: await signed(from, texts.from), to: await signed(to, texts.to) })
}

/** An account with that many wallets, EVM and Solana in turn, the first one primary; they have been together for so many days. */
export async function accountOf(site: Site, count: number, days = 0): Promise<Holder> {
  const wallets = Array.from({ length: count }, (_, i) => (i % 2 === 0 ? evmWallet() : solanaWallet()))
  const [first, ...others] = wallets
  if (!first) throw new Error('an account has a wallet')
  const accountId = await signUp(site, first)
  for (const to of others) await link(site, accountId, { from: first, to })
  if (days > 0) await age(site, wallets, days)
  return { accountId, wallets }
}

/** Makes wallets so many days older; they keep their order. */
export const age = (site: Site, wallets: readonly TestWallet[], days: number) =>
  site.pool.query('update wallets set linked_at = linked_at - make_interval(days => $2) where address = any($1)', [
    wallets.map(({ id }) => id),
    days,
  ])

/** A wallet of the account signs a request. */
export async function change(site: Site, accountId: string, { signer, request }: { signer: TestWallet; request: Request }) {
  const text = await site.members.wallets.challengeChange({ accountId, signer: signer.id, request })
  return site.members.wallets.signChange({ accountId, request, signed: await signed(signer, { wallet: signer.id, message: text.message }) })
}

/** Moves the account of `from` into this one. `from`: all wallets that sign for it. */
export async function merge(site: Site, accountId: string, { into, from }: { into: TestWallet; from: readonly TestWallet[] }) {
  const texts = await site.members.wallets.challengeMerge({ accountId, sessionWallet: into.id, wallet: from[0]?.id ?? '' })
  const sides = await Promise.all(
    from.map((wallet) => signed(wallet, texts.from.find((text) => text.wallet === wallet.id) ?? { wallet: wallet.id, message: '' })),
  )
  return site.members.wallets.merge({ accountId, into: await signed(into, texts.into), from: sides })
}

/** What the follower's process does by the clock, so many days from now. */
export function pass(site: Site, days = 0): Promise<number> {
  site.clock.ms += days * day
  return carryOutDue({ transact: walletWork(site.db), readChanges: createWalletChangeStore(site.db), now: () => site.clock.ms })
}

/** Wallet ids of an account, primary first. */
export const walletsOf = async (site: Site, accountId: string) =>
  (await site.members.accounts.wallets(accountId)).map(({ address }) => address)
