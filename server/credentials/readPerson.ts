import type { AccountRow, AccountStore } from '#server/accounts/accountStore.ts'
import type { ReadNames } from '#server/accounts/refreshNames.ts'
import { parseWalletId } from '#server/auth/walletId.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { CredentialView } from './credentialViews.ts'
import type { ExplorerStore } from './explorerStore.ts'

/** A member's public page. `credentials`: the newest that are shown; `count`: all that are shown; `hidden`: how many the holder hides. */
export type Person = {
  id: string
  handle: string | null
  wallets: string[]
  /** Checked ENS names, by wallet. */
  names: Record<string, string>
  credentials: CredentialView[]
  count: number
  hidden: number
  joinedAt: string
}

/** As many as make a pile that can still be looked at; the rest is on the timeline. */
export const pileSize = 55

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A member by handle, account id or wallet id. `viewerId`: who looks; only the holder sees what is hidden. Throws `input.invalid`, `not-found`. */
export async function readPerson(
  deps: { readAccounts: AccountStore; explorer: ExplorerStore; names: ReadNames },
  input: { handle: string; viewerId: string | null },
): Promise<Person> {
  const named = await findAccount(deps.readAccounts, input.handle)
  // An account that was moved into another one leads there.
  const account = named?.mergedInto ? await deps.readAccounts.findAccount(named.mergedInto) : named
  if (!account)
    throw new CairnError('not-found', 'There is no such member.', { meta: { field: 'handle', found: input.handle.slice(0, 80) } })
  const [wallets, credentials, counts] = await Promise.all([
    deps.readAccounts.listWallets(account.id),
    deps.explorer.credentialsOfAccount(account.id, { before: null, limit: pileSize, viewerId: input.viewerId }),
    deps.explorer.countsOfAccount(account.id),
  ])
  const addresses = wallets.map(({ address }) => address)
  return {
    id: account.id,
    handle: account.handle,
    wallets: addresses,
    names: Object.fromEntries(await deps.names(addresses)),
    credentials,
    count: account.id === input.viewerId ? counts.credentials : counts.credentials - counts.hidden,
    hidden: counts.hidden,
    joinedAt: account.createdAt.toISOString(),
  }
}

async function findAccount(accounts: AccountStore, name: string): Promise<AccountRow | null> {
  if (uuid.test(name)) return accounts.findAccount(name)
  if (!name.includes(':')) return accounts.findByHandle(name.toLowerCase())
  const wallet = parseWalletId(name)
  if (!wallet) {
    throw new CairnError('input.invalid', 'This is not a wallet id.', {
      meta: { field: 'handle', found: name.slice(0, 80), expected: 'a handle, an account id, or eip155:0x… / solana:…' },
    })
  }
  const row = await accounts.findWallet(wallet)
  return row ? accounts.findAccount(row.accountId) : null
}
