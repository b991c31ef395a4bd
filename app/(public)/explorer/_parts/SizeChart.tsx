import type { Charts } from '#app/_data/explorer.ts'
import { Figure } from '#app/_ui/chart/Figure.tsx'
import { Bars, Swatch } from '#app/_ui/chart/Marks.tsx'
import { linearScale } from '#app/_ui/chart/scale.ts'
import { TooFewBatches } from './TooFew.tsx'
import { useChartWords } from './useChartWords.ts'

/** What each of the newest batches carried. */
export function SizeChart({ batches }: Pick<Charts, 'batches'>) {
  const { t, number, compact, batch: batchWords } = useChartWords()
  const [first, last] = [batches[0], batches.at(-1)]
  if (!first || !last || batches.length < 2) return <TooFewBatches title={t('size.title')} count={batches.length} />
  const most = Math.max(...batches.map(({ credentials, accounts, inboxItems }) => credentials + accounts + inboxItems))
  const scale = linearScale(most, { whole: true })
  return (
    <Figure
      title={t('size.title')}
      lead={t('size.lead')}
      summary={t('size.summary', { count: batches.length, most: number(most) })}
      scale={scale}
      tick={compact}
      ends={[batchWords(first.number), batchWords(last.number)]}
      legend={[
        { name: t('size.cubes'), mark: <Swatch shape="first" /> },
        { name: t('size.accounts'), mark: <Swatch shape="second" /> },
        { name: t('size.items'), mark: <Swatch shape="third" /> },
      ]}
      head={[t('batch'), t('size.cubes'), t('size.accounts'), t('size.items'), t('size.bytes')]}
      rows={batches
        .toReversed()
        .map((batch) => [batch.number, batch.credentials, batch.accounts, batch.inboxItems, batch.dataBytes].map(number))}
    >
      <Bars
        scale={scale}
        bars={batches.map(({ number: batch, credentials, accounts, inboxItems }) => ({
          key: String(batch),
          title: t('size.mark', {
            batch: number(batch),
            cubes: number(credentials),
            accounts: number(accounts),
            items: number(inboxItems),
          }),
          parts: [
            { value: credentials, shape: 'first' },
            { value: accounts, shape: 'second' },
            { value: inboxItems, shape: 'third' },
          ],
        }))}
      />
    </Figure>
  )
}
