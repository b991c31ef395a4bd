'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { type Challenge, fetchChallenge, isFresh } from '#app/_client/signIn.ts'
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
function useChallenge() {
  const ref = useRef<Challenge | null>(null)
  useEffect(() => {
    let gone = false
    const renew = async () => {
      const fetched = await fetchChallenge().catch(() => null)
      if (!gone && fetched) ref.current = fetched
    }
    renew()
    const timer = setInterval(renew, 3 * 60_000)
    return () => {
      gone = true
      clearInterval(timer)
    }
  }, [])
  return {
    take: async () => {
      const ready = ref.current
      ref.current = null
      const taken = isFresh(ready, Date.now()) ? ready : await fetchChallenge()
      // The next attempt needs its own: each is used once.
      fetchChallenge().then(
        (next) => {
          ref.current = next
        },
        () => undefined,
      )
      return taken
    },
  }
}

/** Connect and sign in: one list, one click, one signature. */
export default function ConnectDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('wallet')
  const router = useRouter()
  const wallets = useWallets()
  const facts = useFacts()
  const challenge = useChallenge()
  const [outcome, setOutcome] = useState<Outcome>({ state: 'choose' })

  const choose = async (wallet: AnnouncedWallet) => {
    setOutcome({ state: 'asking', wallet })
    try {
      const ready = await challenge.take()
      const signedIn = await signInFlow(wallet, ready, { evm: facts.evmChains, solana: facts.solanaChain })
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
