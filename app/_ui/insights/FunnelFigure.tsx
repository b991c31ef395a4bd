import { useFormatter, useTranslations } from 'next-intl'
import type { FunnelStage, FunnelView } from '#app/_data/studio/insights.ts'
import { TableView } from '#app/_ui/chart/Figure.tsx'
import { useStageWords } from './stageWords.ts'
import { useShare } from './useDay.ts'

/** Every stage as a bar of its own, with its share of the one before and who was lost in between; the same as a table below. */
export function FunnelFigure({ funnel: { stages, steps, order } }: { funnel: Pick<FunnelView, 'stages' | 'steps' | 'order'> }) {
  const t = useTranslations('insights.funnel')
  const format = useFormatter()
  const words = useStageWords(steps)
  const share = useShare()
  const most = Math.max(1, ...stages.map(({ count }) => count ?? 0))
  const number = (count: number | null) => (count === null ? '–' : format.number(count))
  const list = format.list(
    stages.flatMap(({ id, count }) => (count === null ? [] : [t('summaryItem', { stage: words(id), count: number(count) })])),
  )
  return (
    <figure className="slab min-w-0 p-5 sm:p-6" aria-label={t('title')}>
      <figcaption>
        <h2 className="text-section font-semibold">{t('title')}</h2>
        <p className="mt-1 text-muted">{t(order === 'any' && steps.length > 1 ? 'leadAny' : 'lead')}</p>
        <p className="sr-only">{t('summary', { list })}</p>
      </figcaption>
      <ol className="mt-6 grid gap-5" data-funnel="">
        {stages.map((stage) => (
          <li key={stage.id} data-stage={stage.id} data-count={stage.count ?? ''}>
            <div className="flex items-baseline justify-between gap-4">
              <span className="min-w-0 font-medium [overflow-wrap:anywhere]">{words(stage.id)}</span>
              <span className="text-lg font-semibold">{number(stage.count)}</span>
            </div>
            <Bar share={stage.count === null ? null : stage.count / most} />
            <p className="mt-1.5 flex flex-wrap justify-between gap-x-4 text-sm text-muted">
              <Said stage={stage} stages={stages} words={words} />
            </p>
          </li>
        ))}
      </ol>
      <TableView
        title={t('table')}
        head={[t('stageName'), t('count'), t('share'), t('loss')]}
        rows={stages.map((stage) => [words(stage.id), number(stage.count), share(stage.share), number(lostAt(stage, stages))])}
      />
      <p className="mt-4 text-sm text-faint">{t('note')}</p>
    </figure>
  )
}

function Bar({ share }: { share: number | null }) {
  if (share === null) return <div className="mt-1.5 h-3 rounded border border-dashed border-edge" aria-hidden="true" />
  return (
    <div className="mt-1.5 h-3 overflow-hidden rounded bg-sunken" aria-hidden="true">
      <div className="h-full rounded border border-accent-text bg-accent" style={{ width: `${share * 100}%` }} hidden={share === 0} />
    </div>
  )
}

type SaidProps = { stage: FunnelStage; stages: FunnelStage[]; words(id: string): string }

function Said({ stage, stages, words }: SaidProps) {
  const t = useTranslations('insights.funnel')
  const share = useShare()
  if (stage.count === null) return <span>{t('unknown')}</span>
  if (stage.before === null || stage.share === null) return null
  const lost = lostAt(stage, stages)
  if (lost !== null && lost < 0) return <span>{t('gained', { stage: words(stage.before) })}</span>
  return (
    <>
      <span>{t('shareOf', { share: share(stage.share), stage: words(stage.before) })}</span>
      {lost !== null && <span>{t(stage.id === 'final' ? 'settling' : 'lost', { count: lost })}</span>}
    </>
  )
}

/** How many of the stage before are missing here; below 0 where more are here than there. */
function lostAt({ count, before }: FunnelStage, stages: readonly FunnelStage[]): number | null {
  const from = stages.find(({ id }) => id === before)?.count
  return count === null || from === null || from === undefined ? null : from - count
}
