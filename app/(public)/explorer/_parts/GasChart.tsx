import type { Charts } from '#app/_data/explorer.ts'
import { Figure } from '#app/_ui/chart/Figure.tsx'
import { Dots, Mark, type Shape } from '#app/_ui/chart/Marks.tsx'
import { logScale } from '#app/_ui/chart/scale.ts'
import { TooFewBatches } from './TooFew.tsx'
import { useChartWords } from './useChartWords.ts'

const shapeOf: Record<Charts['batches'][number]['circuit'], Shape> = { small: 'first', large: 'second', bulk: 'third' }

/** What a credential cost on L2, batch by batch. */
export function GasChart({ batches }: Pick<Charts, 'batches'>) {
  const { t, number, compact, batch: batchWords } = useChartWords()
  const points = batches.flatMap(({ number: batch, circuit, credentials, gas }) =>
    gas === null || credentials === 0 ? [] : [{ batch, circuit, credentials, gas: Math.round(gas / credentials) }],
  )
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return <TooFewBatches title={t('gas.title')} count={points.length} />
  const costs = points.map(({ gas }) => gas)
  const [least, most] = [Math.min(...costs), Math.max(...costs)]
  const scale = logScale(least, most)
  const circuits = (['small', 'large', 'bulk'] as const).filter((name) => points.some(({ circuit }) => circuit === name))
  return (
    <Figure
      title={t('gas.title')}
      lead={t('gas.lead')}
      summary={t('gas.summary', { least: number(least), most: number(most), count: points.length })}
      scale={scale}
      tick={compact}
      ends={[batchWords(first.batch), batchWords(last.batch)]}
      legend={circuits.map((name) => ({ name, mark: <Mark x="6" y="6" shape={shapeOf[name]} /> }))}
      head={[t('batch'), t('circuit'), t('size.cubes'), t('gas.gas')]}
      rows={points.toReversed().map(({ batch, circuit, credentials, gas }) => [number(batch), circuit, number(credentials), number(gas)])}
    >
      <Dots
        scale={scale}
        dots={points.map(({ batch, circuit, gas }) => ({
          key: String(batch),
          title: t('gas.mark', { batch: number(batch), circuit, gas: number(gas) }),
          value: gas,
          shape: shapeOf[circuit],
        }))}
      />
    </Figure>
  )
}
