import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { insightQuests, spaceWeek } from '#app/_data/studio/insights.ts'
import { spaceOf } from '#app/_data/studio/space.ts'
import { SpaceWeek } from '#app/_ui/insights/SpaceWeek.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { QuestChoice } from './_parts/QuestChoice.tsx'

type Props = { params: Promise<{ space: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props) {
  const [{ space }, t] = await Promise.all([params, getTranslations('insights')])
  return { ...(await pageMetadata(`/studio/${space}/insights`, t('title'))), robots: { index: false } }
}

/** The week of a space, and the way to each quest's numbers. */
export default async function InsightsPage({ params, searchParams }: Props) {
  const [{ space: slug }, { search: typed }] = await Promise.all([params, searchParams])
  const space = await spaceOf(slug)
  if (!space?.rights.includes('insights')) notFound()
  const search = (typeof typed === 'string' ? typed : '').trim().slice(0, 100)
  const [t, week, found] = await Promise.all([getTranslations('insights'), spaceWeek(slug), insightQuests(slug, search)])
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="page grid grid-cols-[minmax(0,1fr)] gap-12">
        <SpaceWeek week={week} />
        <QuestChoice space={slug} search={search} found={found} />
      </div>
    </>
  )
}
