import { useTranslations } from 'next-intl'
import type { Reference } from '#app/_data/reference.ts'
import { Words } from './Words.tsx'

/** Every code of a refusal; the address of a problem's `type` leads to its row. */
export function Problems({ problems }: { problems: Reference['problems'] }) {
  const t = useTranslations('reference.codes')
  return (
    <section aria-labelledby="problems-table">
      <h2 id="problems-table" className="text-section font-semibold">
        {t('title')}
      </h2>
      <p className="mt-1 text-muted">{t('text')}</p>
      <ul className="mt-5 divide-y divide-line border-y border-line">
        {problems.map(({ code, status, meaning }) => (
          <li
            key={code}
            id={`problem-${code}`}
            className="grid gap-x-6 gap-y-0.5 py-2.5 -mx-3 rounded px-3 target:bg-accent-soft sm:grid-cols-[14rem_3rem_minmax(0,1fr)]"
          >
            <code className="font-mono text-[0.8125rem]">{code}</code>
            <span className="text-sm text-faint tabular-nums">{status}</span>
            <Words text={meaning} className="text-[0.9375rem] text-muted" />
          </li>
        ))}
      </ul>
    </section>
  )
}
