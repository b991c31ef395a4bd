import type { MoneyStore } from './moneyStore.ts'
import type { SlotAccountView } from './moneyViews.ts'
import { slotAccount } from './readMoney.ts'

export type OpenAccountDeps = {
  money: MoneyStore
  /** Hands the slot the opening of an account for the wallet; the same wallet again changes nothing. */
  openAccount(input: { wallet: string; accountId: string; requestId?: string }): Promise<void>
}

/** Has an account opened for the member's primary wallet, unless there is one. It costs the member nothing and sets nothing but the wallet. */
export async function openSlotAccount(deps: OpenAccountDeps, input: { accountId: string; requestId?: string }): Promise<SlotAccountView> {
  const account = await slotAccount(deps.money, { accountId: input.accountId })
  if (account.state !== 'none') return account
  await deps.openAccount({ ...input, wallet: account.wallet })
  return { ...account, state: 'opening' }
}
