import type { Charts } from '#app/_data/explorer.ts'
import { Figure } from '#app/_ui/chart/Figure.tsx'
import { Bars, Swatch } from '#app/_ui/chart/Marks.tsx'
import { linearScale } from '#app/_ui/chart/scale.ts'
import { TooFewBatches } from './TooFew.tsx'
import { useChartWords } from './useChartWords.ts'

/** What provers took for each of the newest batches. */
export function ProvingChart({ batches }: Pick<Charts, 'batches'>) {
  const { t, number, seconds, secondsTick, batch: batchWords } = useChartWords()
  const points = batches.flatMap(({ number: batch, circuit, witnessMs, proofMs }) =>
    witnessMs === null || proofMs === null ? [] : [{ batch, circuit, witnessMs, proofMs }],
  )
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return <TooFewBatches title={t('proving.title')} count={points.length} />
  const most = Math.max(...points.map(({ witnessMs, proofMs }) => witnessMs + proofMs))
  const scale = linearScale(most)
  return (
    <Figure
      title={t('proving.title')}
      lead={t('proving.lead')}
      summary={t('proving.summary', { count: points.length, most: seconds(most) })}
      scale={scale}
      tick={secondsTick}
      ends={[batchWords(first.batch), batchWords(last.batch)]}
      legend={[
        { name: t('proving.proof'), mark: <Swatch shape="first" /> },
        { name: t('proving.witness'), mark: <Swatch shape="second" /> },
      ]}
      head={[t('batch'), t('circuit'), t('proving.witness'), t('proving.proof')]}
      rows={points
        .toReversed()
        .map(({ batch, circuit, witnessMs, proofMs }) => [number(batch), circuit, secondsTick(witnessMs), secondsTick(proofMs)])}
    >
      <Bars
        scale={scale}
        bars={points.map(({ batch, witnessMs, proofMs }) => ({
          key: String(batch),
          title: t('proving.mark', { batch: number(batch), witness: seconds(witnessMs), proof: seconds(proofMs) }),
          parts: [
            { value: proofMs, shape: 'first' },
            { value: witnessMs, shape: 'second' },
          ],
        }))}
      />
    </Figure>
  )
}
