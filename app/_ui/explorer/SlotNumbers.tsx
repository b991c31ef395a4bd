import { useLocale, useTranslations } from 'next-intl'
import type { Stats } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'

/** The slot in numbers, as they are now. */
export function SlotNumbers({ stats, now }: { stats: Stats; now: number }) {
  const t = useTranslations('slot')
  const format = new Intl.NumberFormat(useLocale())
  const numbers = [
    ['credentials', stats.credentials],
    ['accounts', stats.accounts],
    ['batches', stats.batches],
    ['finalBatches', stats.finalBatches],
  ] as const
  return (
    <section aria-label={t('label')} className="page">
      <dl className="grid grid-cols-2 border-y border-line lg:grid-cols-4">
        {numbers.map(([name, value], i) => (
          <div
            key={name}
            className={`py-6 ${i % 2 === 1 ? 'border-l border-line pl-5' : ''} ${i > 1 ? 'border-t border-line lg:border-t-0' : ''} ${i === 2 ? 'lg:border-l lg:pl-5' : ''}`}
          >
            <dd className="text-4xl font-semibold tracking-tight">{format.format(value)}</dd>
            <dt className="mt-1 text-[0.9375rem] text-muted">{t(name)}</dt>
          </div>
        ))}
      </dl>
      <p className="mt-3 flex items-center gap-2 text-sm text-faint">
        {stats.lastFinalAt ? (
          <>
            <span className="size-2 rounded-full bg-accent" aria-hidden="true" />
            <span>
              {t('lastFinal')} <Ago at={stats.lastFinalAt} now={now} />
            </span>
          </>
        ) : (
          t('noneFinal')
        )}
      </p>
    </section>
  )
}
