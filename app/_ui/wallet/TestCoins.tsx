'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { sayError } from '#app/_client/sayError.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Notice } from './Notice.tsx'
import { networkNames, walletNamespace } from './walletWords.ts'

type Props = { wallets: { address: string }[] }
type Outcome = { state: 'idle' | 'sending' | 'sent' } | { state: 'failed'; words: string }

/** Coins for the chains of this machine. Shown on the local stack only; elsewhere the API refuses, too. */
export function TestCoins({ wallets }: Props) {
  const t = useTranslations('wallet')
  const tErrors = useTranslations('errors')
  const [outcome, setOutcome] = useState<Outcome>({ state: 'idle' })
  const fund = async () => {
    setOutcome({ state: 'sending' })
    try {
      for (const { address } of wallets) await api.faucet.fund.mutate({ wallet: address })
      setOutcome({ state: 'sent' })
    } catch (error) {
      setOutcome({ state: 'failed', words: sayError(error, tErrors) })
    }
  }
  const networks = [...new Set(wallets.map((wallet) => networkNames[walletNamespace(wallet.address)]))].join(' + ')
  return (
    <div className="grid gap-2" aria-live="polite">
      <Button look="quiet" className="w-full" onClick={fund} disabled={outcome.state === 'sending'}>
        {outcome.state === 'sending' ? t('coins.sending') : t('coins.get')}
      </Button>
      {outcome.state === 'sent' && <Notice tone="calm">{t('coins.sent', { networks })}</Notice>}
      {outcome.state === 'failed' && <Notice tone="bad">{outcome.words}</Notice>}
    </div>
  )
}
