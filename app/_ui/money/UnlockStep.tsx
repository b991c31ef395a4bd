'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { type BackupError, readBackup } from '#app/_client/money/keyBackup.ts'
import { OtherWallet, openMoneyWallet } from '#app/_client/money/moneyWallet.ts'
import type { AnnouncedWallet } from '#app/_client/wallets/announced.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { Notice } from '#app/_ui/wallet/Notice.tsx'
import { useWallets } from '#app/_ui/wallet/useWallets.ts'
import { WalletList } from '#app/_ui/wallet/WalletList.tsx'
import { walletAddress, walletNamespace } from '#app/_ui/wallet/walletWords.ts'
import { derivePublicKey } from '#server/rollup/protocol/schnorr.ts'
import type { SpendKey } from '#server/rollup/protocol/spendKey.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { Field } from './Field.tsx'
import { useMoney } from './moneyContext.ts'
import { Problem } from './Problem.tsx'
import { useAttempt } from './useAttempt.ts'

/** Gets the account's spend key into the page's memory: from the wallet, or out of a backup file. What it gives is compared with the account's key. */
export function UnlockStep() {
  const [byFile, setByFile] = useState(false)
  const t = useTranslations('money.unlock')
  return (
    <div className="grid gap-4">
      {byFile ? <ByFile /> : <ByWallet />}
      <Button look="plain" size="small" className="justify-self-start" onClick={() => setByFile(!byFile)}>
        {byFile ? t('useWallet') : t('useBackup')}
      </Button>
    </div>
  )
}

/** Takes the key when it is the account's. */
function useTake() {
  const { view, unlock } = useMoney()
  return (key: SpendKey): boolean => {
    const { x, y } = derivePublicKey(key.secret)
    const fits = toHex32(x) === view.key.x && toHex32(y) === view.key.y
    if (fits) unlock(key)
    return fits
  }
}

function ByWallet() {
  const t = useTranslations('money.unlock')
  const { view, l2 } = useMoney()
  const take = useTake()
  const { busy, error, calm, attempt } = useAttempt()
  const wallets = useWallets().filter(({ namespace }) => namespace === walletNamespace(view.account.wallet))
  const [problem, setProblem] = useState<'wrongWallet' | 'otherKey' | 'notSame' | null>(null)
  const address = shorten(walletAddress(view.account.wallet), 6, 4)
  const choose = (wallet: AnnouncedWallet) =>
    attempt(wallet.id, async () => {
      setProblem(null)
      try {
        const opened = await openMoneyWallet(wallet, view.account.wallet, l2)
        const { chainId, rollup } = view.slot
        const key = await opened.deriveKey({ chainId, rollup, keyNumber: view.key.number ?? 0 })
        if (key === null) setProblem('notSame')
        else if (!take(key)) setProblem('otherKey')
      } catch (thrown) {
        if (!(thrown instanceof OtherWallet)) throw thrown
        setProblem('wrongWallet')
      }
    })
  return (
    <>
      <p className="text-[0.9375rem]">{t('lead', { address })}</p>
      <Notice tone="calm">{t('warning')}</Notice>
      {problem && <Notice tone={problem === 'wrongWallet' ? 'calm' : 'bad'}>{t(problem, { address })}</Notice>}
      <Problem error={error} calm={calm} />
      <WalletList wallets={wallets} busy={busy} onChoose={choose} />
    </>
  )
}

function ByFile() {
  const t = useTranslations('money.unlock')
  const { view } = useMoney()
  const take = useTake()
  const { busy, error, calm, attempt } = useAttempt()
  const [file, setFile] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [problem, setProblem] = useState<BackupError | 'noFile' | 'otherKey' | null>(null)
  const open = (event: FormEvent) => {
    event.preventDefault()
    if (!file) return setProblem('noFile')
    return attempt('file', async () => {
      setProblem(null)
      const { chainId, rollup } = view.slot
      const read = await readBackup(await file.text(), passphrase, { chainId, rollup, account: view.account.index ?? -1 })
      if ('error' in read) setProblem(read.error)
      else if (!take(read.key)) setProblem('otherKey')
    })
  }
  return (
    <form onSubmit={open} className="grid gap-2" noValidate>
      <Field
        label={t('file')}
        type="file"
        accept=".json,application/json"
        onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        className="py-2.5 file:mr-3 file:rounded-md file:border-0 file:bg-sunken file:px-2.5 file:py-1 file:text-ink"
        error={problem === null || problem === 'passphrase' ? null : problem === 'otherKey' ? t('otherKey') : t(`backup.${problem}`)}
      />
      <Field
        label={t('passphrase')}
        type="password"
        value={passphrase}
        onChange={(event) => setPassphrase(event.target.value)}
        error={problem === 'passphrase' ? t('backup.passphrase') : null}
      />
      <Problem error={error} calm={calm} />
      <Button type="submit" disabled={busy !== null}>
        {busy ? t('opening') : t('open')}
      </Button>
    </form>
  )
}
