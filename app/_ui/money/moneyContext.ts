'use client'

import { createContext, useContext } from 'react'
import type { L2Network } from '#app/_client/money/moneyWallet.ts'
import type { Me, MoneyView } from '#app/_data/views.ts'
import type { SpendKey } from '#server/rollup/protocol/spendKey.ts'

export type Opened = { name: 'setup' | 'deposit' | 'send' | 'withdraw' } | { name: 'claim'; credentials: number[] }

export type Money = {
  me: NonNullable<Me>
  view: MoneyView
  l2: L2Network
  now: number
  usualMs: number | undefined
  /** The key while it is unlocked. */
  spendKey: SpendKey | null
  unlock(key: SpendKey | null): void
  open(dialog: Opened): void
  /** Fetches a dialog's code ahead of the click. */
  prepare(name: Opened['name']): void
  /** Closes the dialog, says what happened, and asks for the page anew. */
  done(words: string | null): void
}

export const MoneyContext = createContext<Money | null>(null)

export function useMoney(): Money {
  const money = useContext(MoneyContext)
  if (!money) throw new Error('useMoney outside of MoneyRoot')
  return money
}
