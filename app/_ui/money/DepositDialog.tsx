'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { type AmountError, readAmount } from '#app/_client/money/amounts.ts'
import { depositCall } from '#app/_client/money/inboxCalls.ts'
import { type MoneyWallet, OtherWallet, openMoneyWallet } from '#app/_client/money/moneyWallet.ts'
import { tokenHandover } from '#app/_client/money/tokenDeposit.ts'
import type { AnnouncedWallet } from '#app/_client/wallets/announced.ts'
import { isBusy, isRefusal, isShort } from '#app/_client/wallets/refusal.ts'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { Notice } from '#app/_ui/wallet/Notice.tsx'
import { useWallets } from '#app/_ui/wallet/useWallets.ts'
import { WalletList } from '#app/_ui/wallet/WalletList.tsx'
import { walletAddress } from '#app/_ui/wallet/walletWords.ts'
import { type Hex, toHex } from '#server/shared/bytes.ts'
import { AmountField } from './AmountField.tsx'
import { useMoney } from './moneyContext.ts'
import { OpeningStep } from './OpeningStep.tsx'
import { TokenChoice } from './TokenChoice.tsx'
import { useTokens } from './useToken.ts'

type Problem = 'refused' | 'busy' | 'funds' | 'wrongWallet' | 'noSignature' | 'unknown'

/** How long a signed hand-over of tokens is worth something. */
const HANDOVER_SECONDS = 3600

/** From a wallet of the member into the account, by one transaction of that wallet; a token's comes with a signature over the amount, never an approval. */
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
  const [id, setId] = useState(0)
  const [amount, setAmount] = useState('')
  const [wrong, setWrong] = useState<AmountError | null>(null)
  const [most, setMost] = useState<bigint | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const token = tokenOf(id)
  const address = shorten(walletAddress(wallet), 6, 4)

  /** The call that brings the amount; of a token after the wallet has signed for it. Null, and said why, when there is none. */
  const callFor = async (opened: MoneyWallet, value: bigint) => {
    const slot = { inbox: view.slot.inbox, inboxFee }
    if (token.address === null || opened.signTyped === null) return depositCall(slot, account, value)
    const terms = await api.money.depositTerms.query({ token: id, wallet })
    setMost(BigInt(terms.balance))
    if (value > BigInt(terms.balance)) {
      setWrong('overBalance')
      return null
    }
    const handover = tokenHandover({
      ...{ ...slot, terms, account, amount: value, chainId: l2.chainId, token: { id, address: token.address } },
      holder: walletAddress(wallet) as Hex,
      deadline: BigInt(Math.floor(Date.now() / 1000) + HANDOVER_SECONDS),
      salt: toHex(crypto.getRandomValues(new Uint8Array(32))),
    })
    if (handover === null) setProblem('noSignature')
    return handover?.call(await opened.signTyped(handover.data)) ?? null
  }

  const choose = async (announced: AnnouncedWallet) => {
    const read = readAmount(amount, token.decimals, null)
    setWrong('error' in read ? read.error : null)
    setProblem(null)
    if ('error' in read) return
    setBusy(announced.id)
    try {
      const opened = await openMoneyWallet(announced, wallet, l2)
      const call = await callFor(opened, read.amount)
      const hash = call && (await opened.send?.(call))
      if (!hash) return
      // A note for the list alone: what was sent arrives by L2, whether or not we are told of it.
      await api.money.noteSend.mutate({ hash, kind: 'deposit', token: id, amount: String(read.amount) }).catch(() => undefined)
      done(t('dialog.depositSent'))
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(null)
    }
  }
  const chooseToken = (chosen: number) => {
    setId(chosen)
    setWrong(null)
    setMost(null)
    setProblem(null)
  }
  return (
    <div className="grid gap-3">
      <TokenChoice tokens={view.slot.tokens} chosen={id} onChoose={chooseToken} />
      <AmountField token={token} text={amount} onText={setAmount} error={wrong} most={most} />
      <p className="text-[0.9375rem] font-medium">{t('dialog.depositChoose')}</p>
      {id !== 0 && <p className="text-sm text-muted">{t('dialog.depositSigns', { symbol: token.symbol })}</p>}
      {problem === 'wrongWallet' ? (
        <Notice tone="calm">{t('unlock.wrongWallet', { address })}</Notice>
      ) : (
        problem && (
          <Notice tone={problem === 'funds' || problem === 'unknown' ? 'bad' : 'calm'}>
            {t(`error.${problem}`, { chain: l2.name, symbol: token.symbol })}
          </Notice>
        )
      )}
      <WalletList wallets={wallets} busy={busy} onChoose={choose} />
    </div>
  )
}

function problemOf(error: unknown): Problem {
  if (error instanceof OtherWallet) return 'wrongWallet'
  if (isRefusal(error)) return 'refused'
  if (isBusy(error)) return 'busy'
  return isShort(error) ? 'funds' : 'unknown'
}
