'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Me, WalletChange } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { useFacts } from '#app/_ui/SiteFacts.tsx'
import { LinkButton } from '#app/_ui/wallet/LinkButton.tsx'
import { nameOf } from '#app/_ui/wallet/nameOf.ts'
import { TestCoins } from '#app/_ui/wallet/TestCoins.tsx'
import { networkNames, walletAddress, walletNamespace } from '#app/_ui/wallet/walletWords.ts'
import { WaitingChanges } from './WaitingChanges.tsx'

const load = {
  change: () => import('./ChangeDialog.tsx'),
  merge: () => import('./MergeDialog.tsx'),
  theft: () => import('./TheftDialog.tsx'),
}
const ChangeDialog = dynamic(load.change, { ssr: false })
const MergeDialog = dynamic(load.merge, { ssr: false })
const TheftDialog = dynamic(load.theft, { ssr: false })

type Props = { me: NonNullable<Me>; changes: WalletChange[] }
type Opened = { name: 'remove' | 'primary'; wallet: string } | { name: 'merge' | 'theft' }

/** Wallets of the account: another one is added by a signature of both; what goes, and what waits, is signed too. */
export function Wallets({ me, changes }: Props) {
  const t = useTranslations('wallets')
  const tMe = useTranslations('me')
  const facts = useFacts()
  const [opened, setOpened] = useState<Opened | null>(null)
  const several = me.wallets.length > 1
  const close = () => setOpened(null)
  const opens = (dialog: Opened, code: () => Promise<unknown>) => ({
    onClick: () => setOpened(dialog),
    onPointerEnter: code,
    onFocus: code,
  })
  return (
    <>
      <WaitingChanges me={me} changes={changes} />
      <ul className="slab divide-y divide-line">
        {me.wallets.map(({ address, name, primary }) => (
          <li key={address} className="grid gap-x-4 gap-y-2 px-5 py-3.5 sm:grid-cols-[5rem_minmax(0,1fr)_auto] sm:items-center">
            <span className="text-[0.9375rem] text-muted">{networkNames[walletNamespace(address)]}</span>
            <div className="min-w-0">
              {name && <p className="truncate font-medium">{name}</p>}
              <Hash value={walletAddress(address)} head={8} tail={6} />
              {(primary || address === me.wallet) && (
                <p className="mt-1 flex flex-wrap gap-2">
                  {address === me.wallet && <Tag tone="accent">{tMe('signedInWith')}</Tag>}
                  {primary && <Tag>{tMe('primary')}</Tag>}
                </p>
              )}
            </div>
            {several && (
              <div className="-ml-3 flex flex-wrap sm:ml-0 sm:justify-end">
                {!primary && (
                  <Button look="plain" size="small" {...opens({ name: 'primary', wallet: address }, load.change)}>
                    {t('makePrimary')} <span className="sr-only">{nameOf(me, address)}</span>
                  </Button>
                )}
                <Button look="plain" size="small" {...opens({ name: 'remove', wallet: address }, load.change)}>
                  {t('remove')} <span className="sr-only">{nameOf(me, address)}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-3">
        <LinkButton me={me} words={tMe('link')} />
        <Button look="quiet" {...opens({ name: 'merge' }, load.merge)}>
          {t('merge.open')}
        </Button>
        {several && (
          <Button look="quiet" {...opens({ name: 'theft' }, load.theft)}>
            {t('theft.open')}
          </Button>
        )}
        {facts.faucet && <TestCoins wallets={me.wallets} />}
      </div>
      {(opened?.name === 'remove' || opened?.name === 'primary') && (
        <ChangeDialog me={me} wallet={opened.wallet} request={{ kind: opened.name, wallet: opened.wallet }} onClose={close} />
      )}
      {opened?.name === 'merge' && <MergeDialog me={me} onClose={close} />}
      {opened?.name === 'theft' && <TheftDialog me={me} onClose={close} />}
    </>
  )
}
