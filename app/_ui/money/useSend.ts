'use client'

import { useTranslations } from 'next-intl'
import { type MoneyTx, sendLedgerTx } from '#app/_client/money/sendLedgerTx.ts'
import { useMoney } from './moneyContext.ts'
import { useAttempt } from './useAttempt.ts'

/** Signs txs with the unlocked key, one after the other, and closes the dialog when the slot has them all. */
export function useSend() {
  const t = useTranslations('money.dialog')
  const { view, spendKey, done } = useMoney()
  const { busy, error, calm, attempt } = useAttempt()
  const send = (txs: MoneyTx[]) =>
    attempt('send', async () => {
      const { account, slot } = view
      if (spendKey === null || account.index === null) return
      const signer = { chainId: slot.chainId, rollup: slot.rollup, account: account.index, secret: spendKey.secret }
      for (const tx of txs) await sendLedgerTx(tx, signer)
      done(t('accepted'))
    })
  return { busy: busy !== null, error, calm, send }
}
