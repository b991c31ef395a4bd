import type { Charts } from '#app/_data/explorer.ts'
import { Figure } from '#app/_ui/chart/Figure.tsx'
import { Ranges } from '#app/_ui/chart/Marks.tsx'
import { linearScale } from '#app/_ui/chart/scale.ts'
import { TooFewBatches } from './TooFew.tsx'
import { useChartWords } from './useChartWords.ts'

/** How long mints waited for finality, batch by batch. */
export function SettleChart({ batches }: Pick<Charts, 'batches'>) {
  const { t, number, seconds, secondsTick, batch: batchWords } = useChartWords()
  const points = batches.flatMap(({ number: batch, settleMs }) => (settleMs === null ? [] : [{ batch, ...settleMs }]))
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return <TooFewBatches title={t('settle.title')} count={points.length} />
  const scale = linearScale(Math.max(...points.map(({ p95 }) => p95)))
  const medians = points.map(({ median }) => median).sort((a, b) => a - b)
  return (
    <Figure
      title={t('settle.title')}
      lead={t('settle.lead')}
      summary={t('settle.summary', { median: seconds(medians[Math.floor(medians.length / 2)] ?? 0), count: points.length })}
      scale={scale}
      tick={secondsTick}
      ends={[batchWords(first.batch), batchWords(last.batch)]}
      head={[t('batch'), t('settle.median'), t('settle.p95')]}
      rows={points.toReversed().map(({ batch, median, p95 }) => [number(batch), secondsTick(median), secondsTick(p95)])}
    >
      <Ranges
        scale={scale}
        ranges={points.map(({ batch, median, p95 }) => ({
          key: String(batch),
          title: t('settle.mark', { batch: number(batch), median: seconds(median), p95: seconds(p95) }),
          from: median,
          to: p95,
        }))}
      />
    </Figure>
  )
}
