import { useLocale, useTranslations } from 'next-intl'
import type { Draw } from '#app/_data/views.ts'
import { sayReward } from './reward.ts'

/** Ranks and what each of them brings, best first. */
export function PrizeTable({ tiers }: { tiers: Pick<Draw['tiers'][number], 'places' | 'perWinner'>[] }) {
  const t = useTranslations('quest.prize')
  const locale = useLocale()
  const format = new Intl.NumberFormat(locale)
  return (
    <table className="w-full text-[0.9375rem]">
      <caption className="sr-only">{t('title')}</caption>
      <thead className="sr-only">
        <tr>
          <th>{t('rank')}</th>
          <th>{t('each')}</th>
        </tr>
      </thead>
      <tbody>
        {tiers.map(({ places, perWinner }, i) => {
          const from = tiers.slice(0, i).reduce((sum, tier) => sum + tier.places, 1)
          const to = from + places - 1
          return (
            <tr key={from} className="border-b border-line last:border-0">
              <td className="py-2 text-muted">
                {from === to ? t('one', { rank: format.format(from) }) : t('range', { from: format.format(from), to: format.format(to) })}
              </td>
              <td className="py-2 text-right font-medium whitespace-nowrap">{sayReward(perWinner, locale)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
