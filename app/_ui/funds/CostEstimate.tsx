'use client'

import { useLocale, useTranslations } from 'next-intl'
import { sayAmount } from '#app/_client/money/amounts.ts'
import { estimate, feeParts, missing } from '#server/quests/funds/estimate.ts'
import { type PricedDocument, priceOf } from './priceOf.ts'

type Props = {
  /** A draft's document, as far as it is written. */
  document: PricedDocument
  /** What the space's vault has, in wei; null where that is not known or nobody's to see. */
  available?: string | null
  /** Completions that are paid from the start; left out: all. */
  places?: number | undefined
}

/** What a quest costs, line by line and in a sentence: rewards, fees and prizes, what the vault has, and what is missing. */
export function CostEstimate({ document, available = null, places }: Props) {
  const t = useTranslations('funds.cost')
  const locale = useLocale()
  const priced = priceOf(document)
  const cost = estimate(priced, places)
  const { slot } = feeParts(priced.feePerMint, priced.split)
  const total = cost.needed.reduce((sum, { amount }) => sum + amount, 0n)
  if (total === 0n && cost.shares === 0n) return <p className="text-muted">{priced.supply === 0 ? t('unknown') : t('free')}</p>
  const [lacking] = available === null ? [] : missing(cost.needed, () => BigInt(available))
  const eth = (wei: bigint) => t('eth', { amount: sayAmount(wei, 18, locale) })
  const count = new Intl.NumberFormat(locale).format(cost.places)
  const winners = priced.prizes.reduce((sum, prize) => sum + prize.places, 0)
  const rows = [
    { name: 'rewards', amount: cost.rewards, of: t('each', { count, each: eth(priced.rewardPerMint) }) },
    { name: 'fees', amount: cost.fees, of: t('each', { count, each: eth(slot) }) },
    { name: 'prizes', amount: cost.prizes, of: t('winners', { count: winners, shown: new Intl.NumberFormat(locale).format(winners) }) },
  ].filter(({ amount }) => amount > 0n)
  return (
    <div data-cost={String(total)}>
      <dl className="divide-y divide-line text-[0.9375rem]">
        {rows.map(({ name, amount, of }) => (
          <Row key={name} name={t(name as 'rewards')} of={of}>
            {eth(amount)}
          </Row>
        ))}
        <Row name={t('total')} strong>
          {eth(total)}
        </Row>
        {available !== null && <Row name={t('vault')}>{eth(BigInt(available))}</Row>}
        {lacking && (
          <Row name={t('missing')} tone="text-bad" strong>
            <span data-missing={String(lacking.amount)}>{eth(lacking.amount)}</span>
          </Row>
        )}
      </dl>
      <div className="mt-3 grid gap-1.5 text-sm text-muted">
        {cost.shares > 0n && <p>{t('shares', { amount: eth(cost.shares) })}</p>}
        {total > 0n && <p>{t('back')}</p>}
      </div>
    </div>
  )
}

type RowProps = { name: string; of?: string; strong?: boolean; tone?: string; children: React.ReactNode }

const Row = ({ name, of, strong = false, tone = '', children }: RowProps) => (
  <div className={`flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-2 ${strong ? 'font-semibold' : ''} ${tone}`}>
    <dt className={strong ? '' : 'text-muted'}>
      {name} {of && <span className="text-sm text-faint">{of}</span>}
    </dt>
    <dd className={strong ? '' : 'font-medium'}>{children}</dd>
  </div>
)
