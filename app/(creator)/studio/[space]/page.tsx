import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { spaceBySlug } from '#app/_data/pages.ts'
import { recentQuests, spaceOf, spaceSettings, spaceTeam } from '#app/_data/studio/space.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { StopNotice } from '#app/_ui/quest/StopNotice.tsx'
import { QualityMark } from '#app/_ui/space/QualityMark.tsx'
import { FirstSteps, firstStepsOf } from './_parts/FirstSteps.tsx'
import { RecentQuests } from './_parts/RecentQuests.tsx'

type Props = { params: Promise<{ space: string }> }

export async function generateMetadata({ params }: Props) {
  const { space: slug } = await params
  const space = await spaceOf(slug)
  return { ...(await pageMetadata(`/studio/${slug}`, space?.name ?? null)), robots: { index: false } }
}

/** A space at a glance: what is being worked on, what is still to be set up, and how members see it. */
export default async function SpaceOverview({ params }: Props) {
  const { space: slug } = await params
  const space = await spaceOf(slug)
  if (!space) notFound()
  const [t, quests, settings, team, seen] = await Promise.all([
    getTranslations('studio.overview'),
    recentQuests(slug),
    spaceSettings(slug),
    spaceTeam(slug),
    spaceBySlug(slug),
  ])
  const steps = firstStepsOf({ rights: space.rights, quests, domainProven: settings.domain?.status === 'proven', people: team.length })
  return (
    <>
      <PageHead
        title={space.name}
        lead={t('lead')}
        aside={space.rights.includes('author') && <ButtonLink href={`/studio/${slug}/quests`}>{t('quests')}</ButtonLink>}
      />
      {seen?.stop && (
        <div className="page pb-8">
          <StopNotice stop={seen.stop} />
        </div>
      )}
      <div className="page grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="grid gap-12">
          {steps.some(({ done }) => !done) && <FirstSteps space={slug} steps={steps} />}
          <RecentQuests space={slug} quests={quests} now={Date.now()} />
        </div>
        {seen && <QualityMark quality={seen.quality} />}
      </div>
    </>
  )
}
