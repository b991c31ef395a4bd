'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type MoneyWallet, OtherWallet, openMoneyWallet } from '#app/_client/money/moneyWallet.ts'
import type { AnnouncedWallet } from '#app/_client/wallets/announced.ts'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { Notice } from '#app/_ui/wallet/Notice.tsx'
import { useWallets } from '#app/_ui/wallet/useWallets.ts'
import { WalletList } from '#app/_ui/wallet/WalletList.tsx'
import { walletAddress, walletNamespace } from '#app/_ui/wallet/walletWords.ts'
import type { SpendKey } from '#server/rollup/protocol/spendKey.ts'
import { BackupStep } from './BackupStep.tsx'
import { useMoney } from './moneyContext.ts'
import { OpeningStep } from './OpeningStep.tsx'
import { Problem } from './Problem.tsx'
import { SetKeyStep } from './SetKeyStep.tsx'
import { useAttempt } from './useAttempt.ts'

/** `key` null: the wallet gives none, so one is made by chance and saved first. */
type Made = { wallet: MoneyWallet; key: SpendKey | null; byChance: boolean }

/** The account's first key: the account is opened if need be, the wallet makes the key, one more signature sets it. */
export default function SetupDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('money')
  const { view } = useMoney()
  const [made, setMade] = useState<Made | null>(null)
  const step = made?.key ? 2 : 1
  const ready = view.account.state === 'ready'
  return (
    <Dialog title={t('setup.title')} description={t('key.none')} closeLabel={t('dialog.close')} onClose={onClose}>
      <div className="grid gap-4" aria-live="polite">
        {ready && (
          <p className="font-medium">
            <span className="mr-2 text-faint">{t('setup.step', { step: String(step), steps: '2' })}</span>
            {step === 1 ? t('setup.make') : t('setup.set')}
          </p>
        )}
        {!ready && <OpeningStep />}
        {ready && made === null && <MakeStep onMade={(wallet, key) => setMade({ wallet, key, byChance: key === null })} />}
        {ready && made !== null && made.key === null && <BackupStep onSaved={(key) => setMade({ ...made, key })} />}
        {ready && made?.key && <SetKeyStep wallet={made.wallet} spendKey={made.key} byChance={made.byChance} />}
      </div>
    </Dialog>
  )
}

function MakeStep({ onMade }: { onMade: (wallet: MoneyWallet, key: SpendKey | null) => void }) {
  const t = useTranslations('money')
  const { view, l2 } = useMoney()
  const { busy, error, calm, attempt } = useAttempt()
  const [otherWallet, setOtherWallet] = useState(false)
  const wallets = useWallets().filter(({ namespace }) => namespace === walletNamespace(view.account.wallet))
  const address = shorten(walletAddress(view.account.wallet), 6, 4)
  const choose = (announced: AnnouncedWallet) =>
    attempt(announced.id, async () => {
      setOtherWallet(false)
      try {
        const wallet = await openMoneyWallet(announced, view.account.wallet, l2)
        const { chainId, rollup } = view.slot
        onMade(wallet, await wallet.deriveKey({ chainId, rollup, keyNumber: 0 }))
      } catch (thrown) {
        if (!(thrown instanceof OtherWallet)) throw thrown
        setOtherWallet(true)
      }
    })
  return (
    <>
      <p className="text-[0.9375rem]">{t('setup.makeLead', { address })}</p>
      <Notice tone="calm">{t('unlock.warning')}</Notice>
      {otherWallet && <Notice tone="calm">{t('unlock.wrongWallet', { address })}</Notice>}
      <Problem error={error} calm={calm} />
      <WalletList wallets={wallets} busy={busy} onChoose={choose} />
    </>
  )
}
