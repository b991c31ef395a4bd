import { useFormatter, useTranslations } from 'next-intl'
import type { Standing } from '#app/_data/views.ts'
import { Cube } from '#app/_ui/credential/Cube.tsx'

/** XP by category as bars that carry their numbers, and the same as a table for whoever reads rows. */
export function CategoryChart({ categories }: { categories: Standing['categories'] }) {
  const t = useTranslations('reputation.madeOf')
  const tReputation = useTranslations('reputation')
  const tQuests = useTranslations('quests')
  const format = useFormatter()
  const most = Math.max(1, ...categories.map(({ xp }) => xp))
  const head = 'px-4 py-2.5 font-medium'
  return (
    <figure>
      <figcaption className="mb-3 font-semibold">{t('categories')}</figcaption>
      <ul className="grid gap-3">
        {categories.map(({ category, xp, credentials }) => (
          <li key={category} className="grid grid-cols-[2.25rem_minmax(0,1fr)] items-center gap-x-4">
            <Cube quest={category} category={category} holder="" className="h-9" />
            <div>
              <p className="flex flex-wrap justify-between gap-x-3 text-[0.9375rem]">
                <span>{tQuests(`category.${category}`)}</span>
                <span className="text-muted">
                  {tReputation('xp', { xp })} · {t('cubesCount', { count: credentials })}
                </span>
              </p>
              <div className="mt-1 h-2 rounded-full bg-line" aria-hidden="true">
                <div className="h-full rounded-full bg-edge" style={{ width: `${Math.max(1, (xp / most) * 100)}%` }} />
              </div>
            </div>
          </li>
        ))}
      </ul>
      <details className="mt-4 text-[0.9375rem]">
        <summary className="w-fit py-1 text-sm text-muted underline-offset-4 hover:text-ink hover:underline">{t('asTable')}</summary>
        <table className="slab mt-2 w-full overflow-hidden">
          <caption className="sr-only">{t('categories')}</caption>
          <thead className="text-[0.8125rem] text-faint">
            <tr className="border-b border-line">
              <th className={`${head} text-left`}>{t('category')}</th>
              <th className={`${head} text-right`}>{t('cubes')}</th>
              <th className={`${head} text-right`}>{t('xp')}</th>
            </tr>
          </thead>
          <tbody>
            {categories.map(({ category, xp, credentials }) => (
              <tr key={category} className="border-b border-line last:border-0">
                <th scope="row" className="px-4 py-2.5 text-left font-normal">
                  {tQuests(`category.${category}`)}
                </th>
                <td className="px-4 py-2.5 text-right">{format.number(credentials)}</td>
                <td className="px-4 py-2.5 text-right">{format.number(xp)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
