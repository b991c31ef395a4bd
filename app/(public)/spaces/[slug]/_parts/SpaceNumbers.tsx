import { useLocale, useTranslations } from 'next-intl'
import type { SpacePage } from '#app/_data/views.ts'

/** What was done in the space so far. */
export function SpaceNumbers({ space }: { space: SpacePage }) {
  const t = useTranslations('space')
  const format = new Intl.NumberFormat(useLocale())
  const numbers = [
    ['quests', space.quests],
    ['completions', space.completions],
    ['members', space.members],
  ] as const
  return (
    <section className="page" aria-label={t('numbers')}>
      <dl className="grid grid-cols-3 divide-x divide-line border-y border-line">
        {numbers.map(([name, count]) => (
          <div key={name} className="min-w-0 py-5 pl-4 first:pl-0 sm:pl-6">
            <dd className="text-3xl font-semibold tracking-tight sm:text-4xl">{format.format(count)}</dd>
            <dt className="mt-1 text-sm break-words text-muted sm:text-[0.9375rem]">{t(`count.${name}`, { count })}</dt>
          </div>
        ))}
      </dl>
    </section>
  )
}
