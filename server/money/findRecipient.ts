import type { AccountStore } from '#server/accounts/accountStore.ts'
import { parseWalletId } from '#server/auth/walletId.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { MoneyStore } from './moneyStore.ts'
import { type MoneyOf, slotAccount } from './readMoney.ts'

export type Recipient = { index: number; handle: string | null; wallet: string }

/**
 * Who is paid under a name: a handle, a wallet id, a bare EVM or Solana address, or `#` and an account's number. The index is final, so it cannot
 * become somebody else's. Throws `not-found` (nobody, or no account in the slot), `input.invalid` (oneself).
 */
export async function findRecipient(
  { money, readAccounts }: { money: MoneyStore; readAccounts: AccountStore },
  input: MoneyOf & { name: string },
): Promise<Recipient> {
  const name = input.name.trim()
  const found = /^#\d{1,8}$/.test(name) ? await byIndex(money, Number(name.slice(1))) : await byName({ money, readAccounts }, name)
  if (!found) throw nobody(name)
  const mine = await slotAccount(money, input)
  if (mine.index === found.index)
    throw new CairnError('input.invalid', 'This is your own account.', {
      meta: { field: 'name', found: name.slice(0, 80), expected: 'another account' },
    })
  return found
}

async function byIndex(money: MoneyStore, index: number): Promise<Recipient | null> {
  const row = await money.walletOf(index)
  if (row?.batch !== 'final') return null
  return { index, wallet: row.wallet, handle: (await money.names([index])).get(index)?.handle ?? null }
}

async function byName({ money, readAccounts }: { money: MoneyStore; readAccounts: AccountStore }, name: string): Promise<Recipient | null> {
  const wallet = parseWalletId(name) ?? parseWalletId(`eip155:${name}`) ?? parseWalletId(`solana:${name}`)
  const accountId = wallet
    ? (await readAccounts.findWallet(wallet))?.accountId
    : (await readAccounts.findByHandle(name.replace(/^@/, '').toLowerCase()))?.id
  if (accountId === undefined) return null
  const { index, wallet: primary, state } = await slotAccount(money, { accountId })
  if (index === null || state !== 'ready') return null
  return { index, wallet: primary, handle: (await readAccounts.findAccount(accountId))?.handle ?? null }
}

const nobody = (name: string) =>
  new CairnError('not-found', 'Nobody with this name has an account in the slot.', {
    meta: { field: 'name', found: name.slice(0, 80), expected: 'a handle, a wallet, or # and an account’s number' },
  })
