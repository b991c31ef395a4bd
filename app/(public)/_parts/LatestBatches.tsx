import { useTranslations } from 'next-intl'
import type { BatchView } from '#app/_data/views.ts'
import { BatchTable } from '#app/_ui/explorer/BatchTable.tsx'
import { SectionHead } from './SectionHead.tsx'

export function LatestBatches({ batches, now }: { batches: BatchView[]; now: number }) {
  const t = useTranslations('home')
  return (
    <section className="page pt-24" aria-labelledby="latest">
      <SectionHead id="latest" title={t('latest')} link={{ href: '/explorer', words: t('explorer') }} />
      <BatchTable batches={batches} now={now} />
    </section>
  )
}
