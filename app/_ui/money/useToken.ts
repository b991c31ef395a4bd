'use client'

import { useLocale } from 'next-intl'
import { sayAmount } from '#app/_client/money/amounts.ts'
import type { MoneyView } from '#app/_data/views.ts'
import { useMoney } from './moneyContext.ts'

export type Token = MoneyView['slot']['tokens'][number]

/** Tokens of the slot, and amounts of them in the reader's language. */
export function useTokens() {
  const { view } = useMoney()
  const locale = useLocale()
  const tokenOf = (id: number): Token =>
    view.slot.tokens.find((token) => token.id === id) ?? { id, symbol: `#${id}`, decimals: 0, address: null }
  const availableOf = (id: number) => BigInt(view.balances.find(({ token }) => token === id)?.available ?? '0')
  const amountOf = (amount: string | bigint, id: number) => sayAmount(BigInt(amount), tokenOf(id).decimals, locale)
  return { tokenOf, availableOf, amountOf }
}
