'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { DraftView } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Field } from '#app/_ui/base/Field.tsx'
import { CostEstimate } from '#app/_ui/funds/CostEstimate.tsx'
import { priceOf } from '#app/_ui/funds/priceOf.ts'
import { readPlaces } from '#app/_ui/funds/readPlaces.ts'
import { useEth } from '#app/_ui/funds/useEth.ts'
import { useMoney } from '#app/_ui/money/moneyContext.ts'
import { estimate, missing } from '#server/quests/funds/estimate.ts'

const LaunchDialog = dynamic(() => import('./LaunchDialog.tsx'), { ssr: false })

type Props = { space: string; draft: DraftView; available: string | null; mayOverride: boolean }

/** What the launch costs, for how many completions it is paid at first, and the button that signs it. */
export function LaunchForm({ space, draft, available, mayOverride }: Props) {
  const t = useTranslations('funds.launch')
  const eth = useEth()
  const { open, prepare } = useMoney()
  const priced = priceOf(draft.document)
  const [text, setText] = useState(String(priced.supply))
  const [confirming, setConfirming] = useState(false)
  const places = readPlaces(text, priced.supply)
  const cost = estimate(priced, places ?? priced.supply)
  const total = cost.needed.reduce((sum, { amount }) => sum + amount, 0n)
  const [lacking] = available === null ? [] : missing(cost.needed, () => BigInt(available))
  // Prizes alone do not depend on how many complete the quest.
  const byPlaces = priced.rewardPerMint > 0n || priced.feePerMint > 0n
  return (
    <section className="slab p-5 sm:p-6" aria-labelledby="cost">
      <h2 id="cost" className="text-section font-semibold">
        {t('cost')}
      </h2>
      {byPlaces && (
        <Field
          label={t('places')}
          inputMode="numeric"
          autoComplete="off"
          className="mt-5 max-w-sm"
          value={text}
          onChange={(event) => setText(event.target.value)}
          hint={t('placesHint', { supply: priced.supply })}
          error={places === null ? t('placesShape', { supply: priced.supply }) : null}
        />
      )}
      <div className="mt-5 border-t border-line pt-3">
        <CostEstimate document={draft.document} available={available} places={places ?? undefined} />
      </div>
      {lacking && (
        <div className="mt-5 rounded-xl bg-sunken p-4">
          <p className="text-[0.9375rem] text-muted">{t('short', { amount: eth(lacking.amount) })}</p>
          <Button
            look="quiet"
            className="mt-3"
            onClick={() => open({ name: 'deposit' })}
            onPointerEnter={() => prepare('deposit')}
            onFocus={() => prepare('deposit')}
          >
            {t('deposit')}
          </Button>
        </div>
      )}
      <Button
        size="large"
        className="mt-6 w-full sm:w-auto"
        disabled={available === null || places === null || lacking !== undefined}
        onClick={() => setConfirming(true)}
      >
        {t('submit')}
      </Button>
      {confirming && places !== null && (
        <LaunchDialog {...{ space, draft, places, mayOverride }} amount={eth(total)} onClose={() => setConfirming(false)} />
      )}
    </section>
  )
}
