import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { chainNames } from '#app/_data/site.ts'
import { type FunnelView, funnelSources, insightQuest, questFunnel } from '#app/_data/studio/insights.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { CohortFigure } from '#app/_ui/insights/CohortFigure.tsx'
import { FunnelFigure } from '#app/_ui/insights/FunnelFigure.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { Compared } from './_parts/Compared.tsx'
import { FunnelFilter } from './_parts/FunnelFilter.tsx'
import { funnelHref, readFunnelQuery } from './_parts/funnelQuery.ts'

type Props = {
  params: Promise<{ space: string; quest: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props) {
  const [{ space, quest }, t] = await Promise.all([params, getTranslations('insights')])
  return { ...(await pageMetadata(`/studio/${space}/quests/${quest}/insights`, t('title'))), robots: { index: false } }
}

/** From the view of a quest's page to the final CUBE: all at once, by day, and compared. */
export default async function FunnelPage({ params, searchParams }: Props) {
  const [of, query, t, names] = await Promise.all([params, searchParams, getTranslations('insights'), chainNames()])
  const quest = await insightQuest(of.space, of.quest)
  if (!quest) notFound()
  const { filter, by } = readFunnelQuery(query)
  const { from, to } = filter
  const path = `/studio/${of.space}/quests/${of.quest}/insights`
  const [byDay, compared, sources] = await Promise.all([
    questFunnel({ ...of, ...filter, by: 'day' }),
    questFunnel({ ...of, ...filter, by }),
    funnelSources({ ...of, ...(from && { from }), ...(to && { to }) }),
  ])
  const known = sources ?? { chains: quest.chains, referrers: [], refs: [] }
  return (
    <>
      <LiveRefresh topics={['batches']} />
      <FunnelFilter path={path} filter={filter} by={by} days={byDay} sources={known} chainNames={names} />
      {byDay === null || compared === null ? (
        <Empty
          level={2}
          title={t('filter.wrongTitle')}
          action={
            <ButtonLink href={funnelHref(path, { filter: {}, by })} look="quiet">
              {t('filter.clear')}
            </ButtonLink>
          }
        >
          {t('filter.wrongText')}
        </Empty>
      ) : isQuiet(byDay) ? (
        <Empty level={2} title={t('funnel.emptyTitle')}>
          {t('funnel.emptyText')}
        </Empty>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-2">
          <FunnelFigure funnel={byDay} />
          <div className="grid min-w-0 gap-6">
            <CohortFigure funnel={byDay} />
            <Compared path={path} view={{ filter, by }} funnel={compared} chainNames={names} />
          </div>
        </div>
      )}
    </>
  )
}

const isQuiet = ({ stages }: FunnelView) => stages.every(({ count }) => count === null || count === 0)
