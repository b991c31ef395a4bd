'use client'

import Image from 'next/image'
import { useTranslations } from 'next-intl'
import type { AnnouncedWallet } from '#app/_client/wallets/announced.ts'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { networkNames } from './walletWords.ts'

type Props = {
  wallets: AnnouncedWallet[]
  /** Id of the wallet that is being asked right now. */
  busy: string | null
  onChoose: (wallet: AnnouncedWallet) => void
}

const suggestions = [
  ['MetaMask', 'https://metamask.io/download'],
  ['Rabby', 'https://rabby.io'],
  ['Phantom', 'https://phantom.com/download'],
] as const

/** Installed wallets, or where to get one when there is none. */
export function WalletList({ wallets, busy, onChoose }: Props) {
  const t = useTranslations('wallet')
  if (wallets.length === 0) {
    return (
      <div className="rounded-xl bg-sunken p-5 text-[0.9375rem]">
        <p className="font-medium">{t('none')}</p>
        <p className="mt-1 text-muted">{t('noneHelp')}</p>
        <p className="mt-3 flex gap-4">
          {suggestions.map(([name, href]) => (
            <a
              key={name}
              href={href}
              target="_blank"
              rel="noopener noreferrer"
              className="inline-flex items-center gap-1 py-1 font-medium text-accent-text underline underline-offset-4"
            >
              {name} <Icon name="out" className="size-3.5" />
            </a>
          ))}
        </p>
      </div>
    )
  }
  return (
    <ul className="grid gap-2">
      {wallets.map((wallet) => (
        <li key={wallet.id}>
          <button
            type="button"
            disabled={busy !== null}
            aria-busy={busy === wallet.id}
            onClick={() => onChoose(wallet)}
            className="flex h-14 w-full items-center gap-3 rounded-xl border border-line px-3.5 text-left transition-colors hover:border-edge hover:bg-sunken disabled:opacity-60 disabled:hover:bg-transparent"
          >
            {wallet.icon ? (
              <Image src={wallet.icon} alt="" width={32} height={32} unoptimized className="size-8 rounded-lg bg-sunken object-cover" />
            ) : (
              <span className="grid size-8 place-items-center rounded-lg bg-sunken font-semibold text-muted">{[...wallet.name][0]}</span>
            )}
            <span className="min-w-0 flex-1 truncate font-medium">{wallet.name}</span>
            <span className="text-sm text-faint">{busy === wallet.id ? t('inWallet') : networkNames[wallet.namespace]}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
