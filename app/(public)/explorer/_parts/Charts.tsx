import { useTranslations } from 'next-intl'
import type { Charts as View } from '#app/_data/explorer.ts'
import { DaysChart } from './DaysChart.tsx'
import { GasChart } from './GasChart.tsx'
import { ProvingChart } from './ProvingChart.tsx'
import { SettleChart } from './SettleChart.tsx'
import { SizeChart } from './SizeChart.tsx'

/** The slot in pictures: what was made by day, and what each of the newest batches cost, took and carried. */
export function Charts({ charts: { days, batches } }: { charts: View }) {
  const t = useTranslations('charts')
  return (
    <section className="page pt-16" aria-labelledby="charts">
      <h2 id="charts" className="text-section font-semibold">
        {t('title')}
      </h2>
      <p className="mt-1 mb-5 text-muted">{t('lead')}</p>
      <div className="grid gap-4 lg:grid-cols-2">
        <div className="min-w-0 lg:col-span-2">
          <DaysChart days={days} />
        </div>
        <SettleChart batches={batches} />
        <GasChart batches={batches} />
        <ProvingChart batches={batches} />
        <SizeChart batches={batches} />
      </div>
    </section>
  )
}
