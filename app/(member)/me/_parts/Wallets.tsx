'use client'

import { useTranslations } from 'next-intl'
import type { Me } from '#app/_data/views.ts'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { useFacts } from '#app/_ui/SiteFacts.tsx'
import { LinkButton } from '#app/_ui/wallet/LinkButton.tsx'
import { TestCoins } from '#app/_ui/wallet/TestCoins.tsx'
import { networkNames, walletAddress, walletNamespace } from '#app/_ui/wallet/walletWords.ts'

/** Wallets of the account; another one is added by a signature of both. */
export function Wallets({ me }: { me: NonNullable<Me> }) {
  const t = useTranslations('me')
  const facts = useFacts()
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
        <LinkButton me={me} words={t('link')} />
        {facts.faucet && <TestCoins wallets={me.wallets} />}
      </div>
    </>
  )
}
