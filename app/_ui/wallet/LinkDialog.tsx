'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { type LinkSigner, openSigner } from '#app/_client/linkFlow.ts'
import type { AnnouncedWallet } from '#app/_client/wallets/announced.ts'
import type { Me } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { Notice } from './Notice.tsx'
import { useWalletAttempt } from './useWalletAttempt.ts'
import { useWallets } from './useWallets.ts'
import { WalletList } from './WalletList.tsx'
import { walletAddress, walletNamespace } from './walletWords.ts'

type Challenge = Awaited<ReturnType<typeof api.wallets.challenge.mutate>>
type Signed = { wallet: string; message: string; signature: string }
type Stage =
  | { name: 'pick' }
  | { name: 'sign-new'; signer: LinkSigner; challenge: Challenge }
  | { name: 'sign-own'; challenge: Challenge; to: Signed }

/** Links a second wallet: each of the two signs a text that names the other, so neither can be added without its owner. */
export default function LinkDialog({ me, onClose }: { me: NonNullable<Me>; onClose: () => void }) {
  const t = useTranslations('wallet')
  const router = useRouter()
  const wallets = useWallets()
  const [stage, setStage] = useState<Stage>({ name: 'pick' })
  const { busy, notice, attempt, calm } = useWalletAttempt()

  const pick = (wallet: AnnouncedWallet) =>
    attempt(wallet.id, async () => {
      const signer = await openSigner(wallet)
      if (me.wallets.some(({ address }) => address === signer.wallet)) {
        return calm(t('link.already', { address: shorten(walletAddress(signer.wallet), 6, 4) }))
      }
      setStage({ name: 'sign-new', signer, challenge: await api.wallets.challenge.mutate({ wallet: signer.wallet }) })
    })

  const signNew = ({ signer, challenge }: Extract<Stage, { name: 'sign-new' }>) =>
    attempt('new', async () => {
      const signature = await signer.sign(challenge.to.message)
      setStage({ name: 'sign-own', challenge, to: { wallet: challenge.to.wallet, message: challenge.to.message, signature } })
    })

  const signOwn = ({ challenge, to }: Extract<Stage, { name: 'sign-own' }>, wallet: AnnouncedWallet) =>
    attempt(wallet.id, async () => {
      const { from } = challenge
      const signer = await openSigner(wallet)
      if (signer.wallet !== from.wallet) {
        return calm(t('link.switch', { address: shorten(walletAddress(from.wallet), 6, 4) }))
      }
      await api.wallets.link.mutate({ from: { ...from, signature: await signer.sign(from.message) }, to })
      onClose()
      router.refresh()
    })

  const number = { pick: 1, 'sign-new': 2, 'sign-own': 3 }[stage.name]
  return (
    <Dialog title={t('link.title')} description={t('link.lead')} closeLabel={t('close')} onClose={onClose}>
      <div className="grid gap-4" aria-live="polite">
        <p className="font-medium">
          <span className="mr-2 text-faint">{number}/3</span>
          {stage.name === 'pick' && t('link.pick')}
          {stage.name === 'sign-new' && t('link.signNew', { address: shorten(walletAddress(stage.signer.wallet), 6, 4) })}
          {stage.name === 'sign-own' && t('link.signOwn', { address: shorten(walletAddress(stage.challenge.from.wallet), 6, 4) })}
        </p>
        {notice && <Notice tone={notice.tone}>{notice.words}</Notice>}
        {stage.name === 'pick' && <WalletList wallets={wallets} busy={busy} onChoose={pick} />}
        {stage.name === 'sign-new' && (
          <Button onClick={() => signNew(stage)} disabled={busy !== null}>
            {busy ? t('inWallet') : t('link.sign')}
          </Button>
        )}
        {stage.name === 'sign-own' && (
          <WalletList
            wallets={wallets.filter((wallet) => wallet.namespace === walletNamespace(stage.challenge.from.wallet))}
            busy={busy}
            onChoose={(wallet) => signOwn(stage, wallet)}
          />
        )}
      </div>
    </Dialog>
  )
}
