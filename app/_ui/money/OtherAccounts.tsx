'use client'

import { useTranslations } from 'next-intl'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { walletAddress } from '#app/_ui/wallet/walletWords.ts'
import { useMoney } from './moneyContext.ts'

/** Slot accounts of the member's other wallets: what stands there stays there until it is sent on. */
export function OtherAccounts() {
  const t = useTranslations('money.others')
  const { view } = useMoney()
  const others = view.accounts.filter(({ wallet }) => wallet !== view.account.wallet)
  if (others.length === 0) return null
  return (
    <nav aria-labelledby="other-accounts" className="mt-4 border-t border-line pt-4 text-[0.9375rem]">
      <h3 id="other-accounts" className="text-muted">
        {t('title')}
      </h3>
      <ul className="mt-1.5 grid gap-1">
        {others.map(({ wallet, index, primary }) => (
          <li key={wallet}>
            <SiteLink
              href={primary ? '/me/rewards' : `/me/rewards?wallet=${encodeURIComponent(wallet)}`}
              className="inline-flex min-h-8 items-center gap-2 font-medium text-accent-text underline underline-offset-4"
            >
              #{index} <span className="font-mono text-sm font-normal">{shorten(walletAddress(wallet), 6, 4)}</span>
            </SiteLink>
          </li>
        ))}
      </ul>
      <p className="mt-1.5 text-sm text-faint">{t('lead')}</p>
    </nav>
  )
}
