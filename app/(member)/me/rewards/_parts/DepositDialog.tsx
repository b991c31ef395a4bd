'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { type AmountError, readAmount } from '#app/_client/money/amounts.ts'
import { depositCall } from '#app/_client/money/inboxCalls.ts'
import { OtherWallet, openMoneyWallet } from '#app/_client/money/moneyWallet.ts'
import type { AnnouncedWallet } from '#app/_client/wallets/announced.ts'
import { isBusy, isRefusal } from '#app/_client/wallets/refusal.ts'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { Notice } from '#app/_ui/wallet/Notice.tsx'
import { useWallets } from '#app/_ui/wallet/useWallets.ts'
import { WalletList } from '#app/_ui/wallet/WalletList.tsx'
import { walletAddress } from '#app/_ui/wallet/walletWords.ts'
import { AmountField } from './AmountField.tsx'
import { useMoney } from './moneyContext.ts'
import { OpeningStep } from './OpeningStep.tsx'
import { useTokens } from './useToken.ts'

type Problem = 'refused' | 'busy' | 'funds' | 'wrongWallet'

/** L2's coin from a wallet of the member into the account, by one transaction of that wallet. */
export default function DepositDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('money')
  const { l2, me, view } = useMoney()
  const own = me.wallets.find(({ address }) => address.startsWith('eip155:'))
  return (
    <Dialog
      title={t('dialog.depositTitle')}
      description={t('dialog.depositLead', { chain: l2.name })}
      closeLabel={t('dialog.close')}
      onClose={onClose}
    >
      {!own ? (
        <Notice tone="calm">{t('dialog.depositNeedsEvm')}</Notice>
      ) : view.account.state !== 'ready' || view.account.index === null ? (
        <OpeningStep />
      ) : view.slot.inboxFee === null ? (
        <Notice tone="calm">{t('dialog.depositWait')}</Notice>
      ) : (
        <DepositForm wallet={own.address} account={view.account.index} inboxFee={BigInt(view.slot.inboxFee)} />
      )}
    </Dialog>
  )
}

function DepositForm({ wallet, account, inboxFee }: { wallet: string; account: number; inboxFee: bigint }) {
  const t = useTranslations('money')
  const { l2, view, done } = useMoney()
  const { tokenOf } = useTokens()
  const wallets = useWallets().filter(({ namespace }) => namespace === 'eip155')
  const [amount, setAmount] = useState('')
  const [wrong, setWrong] = useState<AmountError | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const coin = tokenOf(0)
  const address = shorten(walletAddress(wallet), 6, 4)

  const choose = async (announced: AnnouncedWallet) => {
    const read = readAmount(amount, coin.decimals, null)
    setWrong('error' in read ? read.error : null)
    setProblem(null)
    if ('error' in read) return
    setBusy(announced.id)
    try {
      const opened = await openMoneyWallet(announced, wallet, l2)
      const hash = await opened.send?.(depositCall({ inbox: view.slot.inbox, inboxFee }, account, read.amount))
      if (hash) await api.money.noteSend.mutate({ hash, kind: 'deposit', token: 0, amount: String(read.amount) })
      done(t('dialog.depositSent'))
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(null)
    }
  }
  return (
    <div className="grid gap-3">
      <AmountField token={coin} text={amount} onText={setAmount} error={wrong} most={null} />
      <p className="text-[0.9375rem] font-medium">{t('dialog.depositChoose')}</p>
      {problem === 'wrongWallet' ? (
        <Notice tone="calm">{t('unlock.wrongWallet', { address })}</Notice>
      ) : (
        problem && <Notice tone={problem === 'funds' ? 'bad' : 'calm'}>{t(`error.${problem}`, { chain: l2.name })}</Notice>
      )}
      <WalletList wallets={wallets} busy={busy} onChoose={choose} />
    </div>
  )
}

function problemOf(error: unknown): Problem {
  if (error instanceof OtherWallet) return 'wrongWallet'
  if (isRefusal(error)) return 'refused'
  return isBusy(error) ? 'busy' : 'funds'
}
