'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Me } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { ConnectButton } from './ConnectButton.tsx'
import { LinkButton } from './LinkButton.tsx'
import { nameOf } from './nameOf.ts'

/** The owner switched to an account in the wallet that is not linked here. The session stays; this says whose it is, and offers what may have been meant. */
export function SwitchNotice({ me }: { me: NonNullable<Me> }) {
  const t = useTranslations('wallet.switched')
  const [shown, setShown] = useState<string | null>(null)
  useEffect(() => {
    let stop = () => {}
    let gone = false
    import('#app/_client/wallets/switches.ts').then(({ watchSwitches }) => {
      if (!gone) stop = watchSwitches(setShown)
    })
    return () => {
      gone = true
      stop()
    }
  }, [])
  const foreign = shown !== null && !me.wallets.some(({ address }) => address === shown)
  return (
    <div role="status" className="pointer-events-none fixed inset-x-4 bottom-4 z-30 sm:right-6 sm:bottom-6 sm:left-auto sm:w-[24rem]">
      {foreign && (
        <div className="slab pointer-events-auto animate-arrive p-5 shadow-lift">
          <p className="font-medium">{t('title', { name: nameOf(me, shown) })}</p>
          <p className="mt-1 text-[0.9375rem] text-muted">{t('text', { name: nameOf(me, me.wallet) })}</p>
          <div className="mt-4 flex flex-wrap gap-2">
            <LinkButton me={me} words={t('link')} />
            <ConnectButton look="quiet" words={t('signIn')} />
            <Button look="plain" onClick={() => setShown(null)}>
              {t('stay')}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}
