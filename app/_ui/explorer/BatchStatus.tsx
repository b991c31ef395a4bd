import { useTranslations } from 'next-intl'
import type { BatchView } from '#app/_data/views.ts'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'

/** The stage of a batch that its times show. */
export function batchStage(batch: Pick<BatchView, 'finalAt' | 'provenAt' | 'proposedAt'>): 'sealed' | 'proposed' | 'proven' | 'final' {
  if (batch.finalAt) return 'final'
  if (batch.provenAt) return 'proven'
  return batch.proposedAt ? 'proposed' : 'sealed'
}

export function BatchStatus({ batch }: { batch: BatchView }) {
  const t = useTranslations('explorer.stage')
  if (batch.status === 'pruned') return <Tag tone="bad">{t('pruned')}</Tag>
  const stage = batchStage(batch)
  return (
    <Tag tone={stage === 'final' ? 'good' : 'accent'}>
      {stage === 'final' && <Icon name="check" className="size-3.5" />}
      {t(stage)}
    </Tag>
  )
}
