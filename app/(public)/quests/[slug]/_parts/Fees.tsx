'use client'

import dynamic from 'next/dynamic'
import { useLocale, useTranslations } from 'next-intl'
import type { QuestDetail } from '#app/_data/views.ts'

// Only where referrers have a share.
const BringOthers = dynamic(() => import('./BringOthers.tsx').then(({ BringOthers }) => BringOthers), { loading: () => null })

const roles = ['creator', 'publisher', 'referrer', 'slot'] as const
const tones = ['bg-accent', 'bg-ink', 'bg-edge', 'bg-line'] as const

/** Who pays for a CUBE, and how the fees of the quest are shared where its author says so. Shares in basis points. */
export function Fees({ quest: { slug, feePerMint, split, status }, isMember }: { quest: QuestDetail; isMember: boolean }) {
  const t = useTranslations('quest.fee')
  const locale = useLocale()
  if (feePerMint === null && split === null) return null
  const canBring = isMember && status === 'live' && feePerMint !== null && feePerMint !== '0' && (split?.referrer ?? 0) > 0
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 })
  const shares = split && { ...split, slot: 10_000 - split.creator - split.publisher - split.referrer }
  return (
    <div className="mt-3 text-sm text-muted">
      {feePerMint !== null && <p>{t(feePerMint === '0' ? 'nobody' : 'pool')}</p>}
      {shares && (
        <section aria-labelledby="split" className="mt-5 border-t border-line pt-5">
          <h2 id="split" className="text-[0.9375rem] font-medium text-ink">
            {t('split')}
          </h2>
          <div className="mt-3 flex h-1.5 overflow-hidden rounded-full" aria-hidden="true">
            {roles.map((role, i) => (
              <div key={role} className={tones[i]} style={{ width: `${shares[role] / 100}%` }} />
            ))}
          </div>
          <dl className="mt-3 grid gap-1.5">
            {roles.map((role, i) => (
              <div key={role} className="flex items-baseline justify-between gap-4">
                <dt className="flex items-baseline gap-2">
                  <span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${tones[i]}`} />
                  {t(role)}
                </dt>
                <dd className="font-medium text-ink">{percent.format(shares[role] / 10_000)}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-3">{t(feePerMint === '0' ? 'nothing' : 'how')}</p>
          {canBring && <BringOthers slug={slug} />}
        </section>
      )}
    </div>
  )
}
