import { useFormatter, useTranslations } from 'next-intl'
import type { FunnelView } from '#app/_data/studio/insights.ts'
import { Figure } from '#app/_ui/chart/Figure.tsx'
import { Bars, Swatch } from '#app/_ui/chart/Marks.tsx'
import { linearScale } from '#app/_ui/chart/scale.ts'
import { type Cohort, cohortsOf } from './cohorts.ts'
import { useDay, useShare } from './useDay.ts'

/** Members by the day they came: each bar is made of those who are through, those under way and those who only came. */
export function CohortFigure({ funnel }: { funnel: Pick<FunnelView, 'from' | 'to' | 'groups'> }) {
  const t = useTranslations('insights.cohorts')
  const format = useFormatter()
  const sayDay = useDay()
  const share = useShare()
  const days = cohortsOf(funnel)
  if (days === null) return <p className="slab px-5 py-6 text-muted">{t('unknown')}</p>
  const sum = (of: keyof Omit<Cohort, 'day'>) => days.reduce((total, day) => total + day[of], 0)
  const scale = linearScale(Math.max(0, ...days.map(({ came }) => came)), { whole: true })
  const ends: [string, string] = [sayDay(funnel.from), sayDay(funnel.to)]
  const number = (value: number) => format.number(value)
  const seen = days.filter(({ came }) => came > 0)
  return (
    <Figure
      title={t('title')}
      lead={t('lead')}
      summary={t('summary', { came: sum('came'), completed: sum('completed'), from: ends[0], to: ends[1] })}
      scale={scale}
      tick={number}
      ends={ends}
      legend={(['completed', 'started', 'came'] as const).map((name) => ({ name: t(name), mark: <Swatch shape={shapes[name]} /> }))}
      head={[t('day'), ...(['came', 'started', 'completed', 'final', 'rate'] as const).map((name) => t(`columns.${name}`))]}
      rows={seen
        .toReversed()
        .map(({ day, ...of }) => [
          sayDay(day),
          ...[of.came, of.started, of.completed, of.final].map(number),
          share(of.started === 0 ? null : of.completed / of.started),
        ])}
    >
      <Bars
        scale={scale}
        bars={days.map(({ day, came, started, completed, final }) => ({
          key: day,
          title: t('mark', { day: sayDay(day), came, started, completed, final }),
          parts: [
            { value: completed, shape: shapes.completed },
            { value: started - completed, shape: shapes.started },
            { value: came - started, shape: shapes.came },
          ],
        }))}
      />
    </Figure>
  )
}

const shapes = { completed: 'first', started: 'second', came: 'hollow' } as const
