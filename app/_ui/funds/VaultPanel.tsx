'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { sayError } from '#app/_client/sayError.ts'
import type { SpaceFunds } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { Balance } from '#app/_ui/money/Balance.tsx'
import { useMoney } from '#app/_ui/money/moneyContext.ts'
import { OpeningStep } from '#app/_ui/money/OpeningStep.tsx'
import { Notice } from '#app/_ui/wallet/Notice.tsx'
import { walletAddress } from '#app/_ui/wallet/walletWords.ts'
import { useEth } from './useEth.ts'

/** Whose account pays for the space, and the reader's own account, which may be that one. */
export function VaultPanel({ space, vault }: { space: string; vault: SpaceFunds['vault'] }) {
  const t = useTranslations('funds.vault')
  const eth = useEth()
  return (
    <div className="grid gap-4">
      <section className="slab p-6" aria-labelledby="vault" data-vault={vault ? (vault.mine ? 'mine' : 'others') : 'none'}>
        <h2 id="vault" className="font-semibold">
          {vault ? t('title') : t('noneTitle')}
        </h2>
        {vault === null && (
          <>
            <p className="mt-1.5 text-[0.9375rem] text-muted">{t('noneText')}</p>
            <UseMine space={space} look="primary" />
          </>
        )}
        {vault?.mine && <p className="mt-1.5 text-[0.9375rem] text-muted">{t('mine')}</p>}
        {vault && !vault.mine && (
          <>
            <p className="mt-1.5 text-[0.9375rem] text-muted">
              {t('others', { name: vault.handle ?? shorten(walletAddress(vault.wallet), 6, 4), number: String(vault.slotAccount) })}
            </p>
            <p className="mt-3 font-medium">{t('holds', { amount: eth(vault.available) })}</p>
            <UseMine space={space} look="quiet" />
            <p className="mt-2 text-sm text-faint">{t('switchHint')}</p>
          </>
        )}
      </section>
      {vault && <Balance />}
    </div>
  )
}

function UseMine({ space, look }: { space: string; look: 'primary' | 'quiet' }) {
  const t = useTranslations('funds.vault')
  const tError = useTranslations('errors')
  const router = useRouter()
  const { view } = useMoney()
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const ready = view.account.state === 'ready'
  const give = useCallback(async () => {
    setBusy(true)
    setProblem(null)
    try {
      await api.studio.funds.giveVault.mutate({ space })
      router.refresh()
    } catch (error) {
      setProblem(sayError(error, tError))
      setBusy(false)
    }
  }, [space, router, tError])
  // Who asked for it before the account was open is not asked again.
  useEffect(() => {
    if (!asked || !ready) return
    setAsked(false)
    void give()
  }, [asked, ready, give])
  return (
    <div className="mt-4 grid gap-3">
      {asked && !ready ? (
        <OpeningStep />
      ) : (
        <Button look={look} className="w-full" disabled={busy} onClick={() => setAsked(true)}>
          {busy ? t('using') : look === 'primary' ? t('use') : t('switch')}
        </Button>
      )}
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
    </div>
  )
}
