'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Me } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { useFacts } from '#app/_ui/SiteFacts.tsx'
import { TestCoins } from '#app/_ui/wallet/TestCoins.tsx'
import { networkNames, walletAddress, walletNamespace } from '#app/_ui/wallet/walletWords.ts'

const load = () => import('#app/_ui/wallet/LinkDialog.tsx')
const LinkDialog = dynamic(load, { ssr: false })

/** Wallets of the account; another one is added by a signature of both. */
export function Wallets({ me }: { me: NonNullable<Me> }) {
  const t = useTranslations('me')
  const facts = useFacts()
  const [linking, setLinking] = useState(false)
  return (
    <>
      <ul className="slab divide-y divide-line">
        {me.wallets.map((wallet) => (
          <li key={wallet.address} className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 px-5 py-2.5">
            <span className="w-20 text-[0.9375rem] text-muted">{networkNames[walletNamespace(wallet.address)]}</span>
            <Hash value={walletAddress(wallet.address)} head={8} tail={6} />
            <span className="ml-auto flex gap-2">
              {wallet.address === me.wallet && <Tag tone="accent">{t('signedInWith')}</Tag>}
              {wallet.primary && <Tag>{t('primary')}</Tag>}
            </span>
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button onClick={() => setLinking(true)} onPointerEnter={load} onFocus={load}>
          <Icon name="link" className="size-4.5" /> {t('link')}
        </Button>
        {facts.faucet && <TestCoins wallets={me.wallets} />}
      </div>
      {linking && <LinkDialog me={me} onClose={() => setLinking(false)} />}
    </>
  )
}
