'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { prepareChallenge, takeChallenge } from '#app/_client/signIn.ts'
import { signInFlow } from '#app/_client/signInFlow.ts'
import type { AnnouncedWallet } from '#app/_client/wallets/announced.ts'
import { isBusy, isRefusal } from '#app/_client/wallets/refusal.ts'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { useFacts } from '#app/_ui/SiteFacts.tsx'
import { Notice } from './Notice.tsx'
import { useWallets } from './useWallets.ts'
import { WalletList } from './WalletList.tsx'

type Outcome =
  | { state: 'choose' }
  | { state: 'asking'; wallet: AnnouncedWallet }
  | { state: 'ended'; how: 'refused' | 'busy' | 'failed' | 'offline' }

/** Keeps a challenge ready while the dialog is open, so that the tap can go straight to the wallet. */
function usePreparedChallenge(idle: boolean) {
  useEffect(() => {
    if (!idle) return
    prepareChallenge()
    const timer = setInterval(prepareChallenge, 60_000)
    return () => clearInterval(timer)
  }, [idle])
}

/** Connect and sign in: one list, one click, one signature. */
export default function ConnectDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('wallet')
  const router = useRouter()
  const wallets = useWallets()
  const facts = useFacts()
  const [outcome, setOutcome] = useState<Outcome>({ state: 'choose' })
  usePreparedChallenge(outcome.state !== 'asking')

  const choose = async (wallet: AnnouncedWallet) => {
    setOutcome({ state: 'asking', wallet })
    try {
      const signedIn = await signInFlow(wallet, await takeChallenge(), { evm: facts.evmChains, solana: facts.solanaChain })
      if (!signedIn) return setOutcome({ state: 'ended', how: 'failed' })
      onClose()
      router.refresh()
    } catch (error) {
      const how = isRefusal(error) ? 'refused' : isBusy(error) ? 'busy' : error instanceof TypeError ? 'offline' : 'failed'
      setOutcome({ state: 'ended', how })
    }
  }

  return (
    <Dialog title={t('title')} description={t('lead')} closeLabel={t('close')} onClose={onClose}>
      <div className="grid gap-4">
        {outcome.state === 'asking' && <Notice tone="calm">{t('asking', { name: outcome.wallet.name })}</Notice>}
        {outcome.state === 'ended' && (
          <Notice tone={outcome.how === 'refused' || outcome.how === 'busy' ? 'calm' : 'bad'}>{t(outcome.how)}</Notice>
        )}
        <WalletList wallets={wallets} busy={outcome.state === 'asking' ? outcome.wallet.id : null} onChoose={choose} />
        <p className="text-sm text-faint">{t('promise')}</p>
      </div>
    </Dialog>
  )
}
