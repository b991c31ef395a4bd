import type { Charts } from '#app/_data/explorer.ts'
import { Figure } from '#app/_ui/chart/Figure.tsx'
import { Bars } from '#app/_ui/chart/Marks.tsx'
import { linearScale } from '#app/_ui/chart/scale.ts'
import { TooFew } from './TooFew.tsx'
import { useChartWords } from './useChartWords.ts'

/** Credentials by the day that sealed them. */
export function DaysChart({ days }: Pick<Charts, 'days'>) {
  const { t, number, compact, day: dayWords } = useChartWords()
  const total = days.reduce((sum, { credentials }) => sum + credentials, 0)
  const [first, last] = [days[0], days.at(-1)]
  const most = days.reduce((a, b) => (b.credentials > a.credentials ? b : a), { day: '', credentials: 0 })
  if (!first || !last || total === 0) return <TooFew title={t('days.title')}>{t('days.none', { days: days.length })}</TooFew>
  const scale = linearScale(most.credentials, { whole: true })
  return (
    <Figure
      title={t('days.title')}
      lead={t('days.lead', { days: days.length })}
      summary={t('days.summary', { total, days: days.length, day: dayWords(most.day), most: number(most.credentials) })}
      scale={scale}
      tick={compact}
      ends={[dayWords(first.day), dayWords(last.day)]}
      head={[t('days.day'), t('days.cubes')]}
      rows={days.toReversed().map(({ day, credentials }) => [dayWords(day), number(credentials)])}
    >
      <Bars
        scale={scale}
        bars={days.map(({ day, credentials }) => ({
          key: day,
          title: t('days.mark', { day: dayWords(day), count: number(credentials) }),
          parts: [{ value: credentials, shape: 'first' }],
        }))}
      />
    </Figure>
  )
}
