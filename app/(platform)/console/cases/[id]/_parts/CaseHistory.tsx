import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { CaseFile } from '#app/_data/views.ts'
import { say } from '#app/_ui/say.ts'
import { CaseRow } from '#app/(platform)/console/_parts/CaseRow.tsx'

/** What was looked at and decided of the same space before. */
export function CaseHistory({ found: { others, stops }, now }: { found: CaseFile; now: number }) {
  const t = useTranslations('platform.case')
  const format = useFormatter()
  const locale = useLocale()
  const date = (when: string) => format.dateTime(new Date(when), { dateStyle: 'medium' })
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="mb-3 text-section font-semibold">
        {t('history')}
      </h2>
      {stops.length + others.length === 0 && <p className="text-muted">{t('noHistory')}</p>}
      {stops.length > 0 && (
        <ul className="slab mb-4 divide-y divide-line px-5">
          {stops.map(({ id, kind, quest, at, liftedAt, reason, answer }) => (
            <li key={id} className="py-4">
              <p className="font-medium [overflow-wrap:anywhere]">
                {t(`stop.${kind}`)} {quest ?? t('wholeSpace')}
              </p>
              <p className="text-[0.875rem] text-faint">
                {liftedAt ? t('stopOver', { from: date(at), to: date(liftedAt) }) : t('stopSince', { date: date(at) })}
              </p>
              {reason && <p className="mt-1 text-muted">{say(reason, locale)}</p>}
              {answer && <p className="mt-1 text-muted">{t('answered', { answer })}</p>}
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul className="slab divide-y divide-line px-5">
          {others.map((one) => (
            <CaseRow key={one.id} one={one} now={now} />
          ))}
        </ul>
      )}
    </section>
  )
}
