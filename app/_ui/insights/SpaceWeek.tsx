import { useFormatter, useTranslations } from 'next-intl'
import type { SpaceWeekView } from '#app/_data/studio/insights.ts'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Figure } from '#app/_ui/chart/Figure.tsx'
import { Bars, Swatch } from '#app/_ui/chart/Marks.tsx'
import { linearScale } from '#app/_ui/chart/scale.ts'
import { useDay } from './useDay.ts'

type Props = { week: SpaceWeekView /** Address of all insights, where this is not that page. */; more?: string }

/** The last seven days of a space in four numbers, and day by day. */
export function SpaceWeek({ week: { total, days }, more }: Props) {
  const t = useTranslations('insights.week')
  const format = useFormatter()
  const quiet = total.views + total.started + total.completed === 0
  return (
    <section aria-labelledby="week">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-1">
        <h2 id="week" className="text-section font-semibold">
          {t('title')}
        </h2>
        {more !== undefined && (
          <SiteLink href={more} className="py-1 text-[0.9375rem] text-muted underline-offset-4 hover:text-ink hover:underline">
            {t('all')}
          </SiteLink>
        )}
      </div>
      <dl className="slab grid grid-cols-2 gap-px overflow-hidden bg-line sm:grid-cols-4">
        {(['views', 'started', 'completed', 'final'] as const).map((name) => (
          <div key={name} className="bg-surface px-5 py-4">
            <dt className="text-sm text-muted">{t(name)}</dt>
            <dd className="mt-0.5 text-2xl font-semibold tracking-tight">{format.number(total[name])}</dd>
            {name === 'final' && total.completed > 0 && (
              <dd className="text-xs text-faint">{t('finalNote', { pending: Math.max(0, total.completed - total.final) })}</dd>
            )}
          </div>
        ))}
      </dl>
      <div className="mt-4">
        {quiet ? <p className="slab px-5 py-6 text-muted">{t('quiet')}</p> : <WeekChart days={days} total={total} />}
      </div>
    </section>
  )
}

function WeekChart({ days, total }: Pick<SpaceWeekView, 'days' | 'total'>) {
  const t = useTranslations('insights.week')
  const format = useFormatter()
  const sayDay = useDay()
  const scale = linearScale(Math.max(...days.map((day) => Math.max(day.started, day.completed))), { whole: true })
  const ends: [string, string] = [sayDay(days[0]?.day), sayDay(days.at(-1)?.day)]
  return (
    <Figure
      title={t('chartTitle')}
      lead={t('chartLead')}
      summary={t('summary', { started: total.started, completed: total.completed, from: ends[0], to: ends[1] })}
      scale={scale}
      tick={(value) => format.number(value)}
      ends={ends}
      legend={[
        { name: t('started'), mark: <Swatch shape="second" /> },
        { name: t('completed'), mark: <Swatch shape="first" /> },
      ]}
      head={[t('day'), t('views'), t('started'), t('completed')]}
      rows={days.toReversed().map(({ day, ...of }) => [sayDay(day), ...[of.views, of.started, of.completed].map((n) => format.number(n))])}
    >
      <Bars
        scale={scale}
        // Two bars a day: what began beside what was completed, with a gap between the days.
        bars={days.flatMap(({ day, views, started, completed }) => {
          const title = t('mark', { day: sayDay(day), views, started, completed })
          return [
            { key: `${day}-started`, title, parts: [{ value: started, shape: 'second' as const }] },
            { key: `${day}-completed`, title, parts: [{ value: completed, shape: 'first' as const }] },
            { key: `${day}-gap`, title, parts: [] },
          ]
        })}
      />
    </Figure>
  )
}
