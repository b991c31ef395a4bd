'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { type LinkSigner, openSigner } from '#app/_client/linkFlow.ts'
import type { AnnouncedWallet } from '#app/_client/wallets/announced.ts'
import type { Me } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Notice } from '#app/_ui/wallet/Notice.tsx'
import { nameOf } from '#app/_ui/wallet/nameOf.ts'
import { useWalletAttempt } from '#app/_ui/wallet/useWalletAttempt.ts'
import { useWallets } from '#app/_ui/wallet/useWallets.ts'
import { WalletList } from '#app/_ui/wallet/WalletList.tsx'

export type ChangeRequest = Parameters<typeof api.wallets.change.mutate>[0]['request']
export type ChangeOutcome = Awaited<ReturnType<typeof api.wallets.change.mutate>>

type Props = {
  me: NonNullable<Me>
  request: ChangeRequest
  /** The wallet that may not sign here: a stolen one, say. */
  except?: string
  onDone: (outcome: ChangeOutcome) => void
}
type Ready = { signer: LinkSigner; message: string }

const noticeMs = 7 * 86_400_000

/** Picks the wallet that signs, says what its signature does and when, and signs. */
export function ChangeSteps({ me, request, except, onDone }: Props) {
  const t = useTranslations('wallets')
  const format = useFormatter()
  const wallets = useWallets()
  const [ready, setReady] = useState<Ready | null>(null)
  const { busy, notice, attempt, calm } = useWalletAttempt()
  const date = format.dateTime(new Date(Date.now() + noticeMs), { dateStyle: 'long' })

  const pick = (wallet: AnnouncedWallet) =>
    attempt(wallet.id, async () => {
      const signer = await openSigner(wallet)
      if (!me.wallets.some(({ address }) => address === signer.wallet)) return calm(t('sign.notYours', { name: nameOf(me, signer.wallet) }))
      if (signer.wallet === except) return calm(t('sign.notThis', { name: nameOf(me, signer.wallet) }))
      const { message } = await api.wallets.changeChallenge.mutate({ signer: signer.wallet, request })
      setReady({ signer, message })
    })
  const sign = ({ signer, message }: Ready) =>
    attempt('sign', async () => {
      const signature = await signer.sign(message)
      onDone(await api.wallets.change.mutate({ request, signed: { wallet: signer.wallet, message, signature } }))
    })

  if (!ready) {
    return (
      <div className="grid gap-4" aria-live="polite">
        <p className="font-medium">{t('sign.pick')}</p>
        {notice && <Notice tone={notice.tone}>{notice.words}</Notice>}
        <WalletList wallets={wallets} busy={busy} onChoose={pick} />
      </div>
    )
  }
  return (
    <div className="grid gap-4" aria-live="polite">
      <Notice tone="calm">{t(`does.${deedOf(me, request, ready.signer.wallet)}`, { date })}</Notice>
      {notice && <Notice tone={notice.tone}>{notice.words}</Notice>}
      <Button size="large" onClick={() => sign(ready)} disabled={busy !== null}>
        {busy ? t('sign.inWallet') : t('sign.with', { name: nameOf(me, ready.signer.wallet) })}
      </Button>
    </div>
  )
}

/** What the signature of this wallet does: the name of the sentence that says so. */
function deedOf({ wallets }: NonNullable<Me>, request: ChangeRequest, signer: string) {
  if ('change' in request) return request.kind
  const primary = wallets.find((wallet) => wallet.primary)?.address
  const own = signer === (request.kind === 'remove' ? request.wallet : primary)
  return own ? (`${request.kind}Now` as const) : 'announce'
}
