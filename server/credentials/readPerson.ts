import type { AccountRow, AccountStore } from '#server/accounts/accountStore.ts'
import { parseWalletId } from '#server/auth/walletId.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { CredentialView } from './credentialViews.ts'
import type { ExplorerStore } from './explorerStore.ts'

export type Person = {
  id: string
  handle: string | null
  wallets: string[]
  credentials: CredentialView[]
  points: number
  joinedAt: string
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A member by handle, account id or wallet id, with the CUBEs. Points count what is sealed or later. Throws `input.invalid`, `not-found`. */
export async function readPerson(
  deps: { readAccounts: AccountStore; explorer: ExplorerStore },
  input: { handle: string },
): Promise<Person> {
  const account = await findAccount(deps.readAccounts, input.handle)
  if (!account)
    throw new CairnError('not-found', 'There is no such member.', { meta: { field: 'handle', found: input.handle.slice(0, 80) } })
  const [wallets, credentials] = await Promise.all([
    deps.readAccounts.listWallets(account.id),
    deps.explorer.credentialsOfAccount(account.id, 500),
  ])
  const counted = credentials.filter(({ index, state }) => index !== null && state !== 'refused')
  return {
    id: account.id,
    handle: account.handle,
    wallets: wallets.map(({ address }) => address),
    credentials,
    points: counted.reduce((sum, { quest }) => sum + quest.points, 0),
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
