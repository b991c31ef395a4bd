import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { insightQuest, questClusters } from '#app/_data/studio/insights.ts'
import { spaceOf } from '#app/_data/studio/space.ts'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { ClusterCard } from '#app/_ui/insights/ClusterCard.tsx'

type Props = { params: Promise<{ space: string; quest: string }> }

export async function generateMetadata({ params }: Props) {
  const [{ space, quest }, t] = await Promise.all([params, getTranslations('insights.quest')])
  return { ...(await pageMetadata(`/studio/${space}/quests/${quest}/insights/clusters`, t('clusters'))), robots: { index: false } }
}

/** Accounts on a quest that look like one person's, with reasons, and what a project can do. */
export default async function ClustersPage({ params }: Props) {
  const of = await params
  const [space, quest] = await Promise.all([spaceOf(of.space), insightQuest(of.space, of.quest)])
  if (!space?.rights.includes('people') || !quest) notFound()
  const [t, { completions, clusters }] = await Promise.all([getTranslations('insights.clusters'), questClusters(of)])
  const now = Date.now()
  const people = `/studio/${of.space}/quests/${of.quest}/insights/participants`
  const can = ['look', ...(space.rights.includes('revoke') ? (['revoke'] as const) : []), 'raffle'] as const
  return (
    <section aria-labelledby="clusters">
      <h2 id="clusters" className="text-section font-semibold">
        {t('title')}
      </h2>
      <p className="mt-1 mb-5 max-w-3xl text-muted">{t('lead')}</p>
      {clusters.length === 0 ? (
        <Empty title={t('noneTitle')}>{t('noneText')}</Empty>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <ul className="grid grid-cols-[minmax(0,1fr)] gap-4">
            {clusters.map((cluster) => (
              <ClusterCard key={cluster.id} cluster={cluster} completions={completions} now={now} people={people} />
            ))}
          </ul>
          <aside className="slab p-5 text-[0.9375rem]" aria-labelledby="can">
            <h3 id="can" className="font-semibold">
              {t('canTitle')}
            </h3>
            <ul className="mt-2 list-disc space-y-2 pl-5 text-muted">
              {can.map((name) => (
                <li key={name}>{t(`can.${name}`)}</li>
              ))}
            </ul>
            <p className="mt-4 text-muted">{t('appeal')}</p>
          </aside>
        </div>
      )}
    </section>
  )
}
