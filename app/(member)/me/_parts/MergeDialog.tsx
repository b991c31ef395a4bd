'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { openSigner } from '#app/_client/linkFlow.ts'
import { codeOf } from '#app/_client/sayError.ts'
import type { AnnouncedWallet } from '#app/_client/wallets/announced.ts'
import type { Me } from '#app/_data/views.ts'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { Notice } from '#app/_ui/wallet/Notice.tsx'
import { useWalletAttempt } from '#app/_ui/wallet/useWalletAttempt.ts'
import { useWallets } from '#app/_ui/wallet/useWallets.ts'
import { WalletList } from '#app/_ui/wallet/WalletList.tsx'
import { walletAddress, walletNamespace } from '#app/_ui/wallet/walletWords.ts'

type Challenge = Awaited<ReturnType<typeof api.wallets.mergeChallenge.mutate>>
type Signed = { wallet: string; message: string; signature: string }

const short = (wallet: string) => shorten(walletAddress(wallet), 6, 4)

/** Moves the member's other account into this one: each of its wallets signs, and then the one that is signed in here. */
export default function MergeDialog({ me, onClose }: { me: NonNullable<Me>; onClose: () => void }) {
  const t = useTranslations('wallets')
  const router = useRouter()
  const wallets = useWallets()
  const [challenge, setChallenge] = useState<Challenge | null>(null)
  const [signed, setSigned] = useState<Signed[]>([])
  const { busy, notice, attempt, calm } = useWalletAttempt()

  const pick = (wallet: AnnouncedWallet) =>
    attempt(wallet.id, async () => {
      const signer = await openSigner(wallet)
      if (me.wallets.some(({ address }) => address === signer.wallet)) return calm(t('merge.same', { name: short(signer.wallet) }))
      try {
        setChallenge(await api.wallets.mergeChallenge.mutate({ wallet: signer.wallet }))
      } catch (error) {
        if (codeOf(error) !== 'not-found') throw error
        calm(t('merge.noAccount', { name: short(signer.wallet) }))
      }
    })

  const sign = ({ from, into }: Challenge, wallet: AnnouncedWallet) =>
    attempt(wallet.id, async () => {
      const next = [...from, into][signed.length]
      if (!next) return
      const signer = await openSigner(wallet)
      if (signer.wallet !== next.wallet) return calm(t('merge.switch', { name: short(next.wallet) }))
      const all = [...signed, { ...next, signature: await signer.sign(next.message) }]
      setSigned(all)
      const last = all[from.length]
      if (!last) return
      try {
        await api.wallets.merge.mutate({ from: all.slice(0, from.length), into: last })
      } catch (error) {
        // The texts count once: they are asked for anew.
        setChallenge(null)
        setSigned([])
        throw error
      }
      onClose()
      router.refresh()
    })

  const texts = challenge ? [...challenge.from, challenge.into] : []
  const next = texts[signed.length]
  return (
    <Dialog title={t('merge.title')} description={t('merge.lead')} closeLabel={t('close')} onClose={onClose}>
      <div className="grid gap-4" aria-live="polite">
        {!challenge && <p className="font-medium">{t('merge.pick')}</p>}
        {challenge && (
          <>
            <ul className="list-disc space-y-1 pl-5 text-[0.9375rem] text-muted">
              <li>{t('merge.moves', { count: challenge.from.length })}</li>
              <li>{t('merge.once')}</li>
              <li>{t('merge.slot')}</li>
            </ul>
            {next && (
              <p className="font-medium">
                <span className="mr-2 text-faint">
                  {signed.length + 1}/{texts.length}
                </span>
                {t('merge.sign', { name: short(next.wallet) })}
              </p>
            )}
          </>
        )}
        {notice && <Notice tone={notice.tone}>{notice.words}</Notice>}
        {!challenge && <WalletList wallets={wallets} busy={busy} onChoose={pick} />}
        {challenge && next && (
          <WalletList
            wallets={wallets.filter(({ namespace }) => namespace === walletNamespace(next.wallet))}
            busy={busy}
            onChoose={(wallet) => sign(challenge, wallet)}
          />
        )}
      </div>
    </Dialog>
  )
}
