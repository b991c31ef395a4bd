'use client'

import dynamic from 'next/dynamic'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Referral, SpaceFunds } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { useEth } from '#app/_ui/funds/useEth.ts'
import { walletAddress } from '#app/_ui/wallet/walletWords.ts'
import { AddPublisher } from './AddPublisher.tsx'

const PayDialog = dynamic(() => import('./PayDialog.tsx'), { ssr: false })

type Props = { space: string; referrals: readonly Referral[]; vault: SpaceFunds['vault'] }

/** Who brings members, by which link, what they earned, and what is due. */
export function Referrals({ space, referrals, vault }: Props) {
  const t = useTranslations('funds.referrals')
  const [paying, setPaying] = useState(false)
  const due = referrals.filter(({ due: one, slotAccount }) => one !== '0' && slotAccount !== null)
  return (
    <section className="slab p-5 sm:p-6" aria-labelledby="referrals">
      <h2 id="referrals" className="text-section font-semibold">
        {t('title')}
      </h2>
      <p className="mt-1.5 text-muted">{referrals.length === 0 ? t('emptyText') : t('lead')}</p>
      {referrals.length > 0 && (
        <ul className="mt-5 divide-y divide-line border-t border-line">
          {referrals.map((one) => (
            <Row key={one.code} referral={one} />
          ))}
        </ul>
      )}
      {due.length > 0 && vault?.mine && (
        <Button className="mt-5" onClick={() => setPaying(true)}>
          {t('pay')}
        </Button>
      )}
      <div className="mt-6 border-t border-line pt-5">
        <AddPublisher space={space} />
      </div>
      {paying && <PayDialog space={space} due={due} onClose={() => setPaying(false)} />}
    </section>
  )
}

function Row({ referral }: { referral: Referral }) {
  const t = useTranslations('funds.referrals')
  const locale = useLocale()
  const eth = useEth()
  const { code, role, handle, wallet, slotAccount, began, earned, earnedAmount, paid, due } = referral
  const number = new Intl.NumberFormat(locale)
  const facts = [
    [t('began'), number.format(began)],
    [t('earned'), number.format(earned)],
    [t('amount'), eth(earnedAmount)],
    [t('paid'), eth(paid)],
    [t('due'), eth(due)],
  ] as const
  return (
    <li className="py-4" data-referral={code}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 font-medium">
          {handle ?? shorten(walletAddress(wallet), 6, 4)} <Tag>{t(`role.${role}`)}</Tag>
        </p>
        <code className="rounded-md bg-sunken px-2 py-1 text-[0.8125rem] text-muted">?ref={code}</code>
      </div>
      <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-2 text-[0.9375rem] sm:grid-cols-5">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-sm text-faint">{name}</dt>
            <dd className="font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      {slotAccount === null && due !== '0' && <p className="mt-2 text-sm text-faint">{t('noAccount')}</p>}
    </li>
  )
}
