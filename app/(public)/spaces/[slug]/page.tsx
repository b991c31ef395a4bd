import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { listQuests, spaceBySlug } from '#app/_data/pages.ts'
import { chainFacts, whoAmI } from '#app/_data/site.ts'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { StopNotice } from '#app/_ui/quest/StopNotice.tsx'
import { ReportEntry } from '#app/_ui/report/ReportEntry.tsx'
import { QualityMark } from '#app/_ui/space/QualityMark.tsx'
import { nameIn, SpaceAbout } from './_parts/SpaceAbout.tsx'
import { SpaceGroups } from './_parts/SpaceGroups.tsx'
import { SpaceNumbers } from './_parts/SpaceNumbers.tsx'
import { readSpaceView, SpaceQuests, toSpaceQuery } from './_parts/SpaceQuests.tsx'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props) {
  const { slug } = await params
  const [space, t, locale] = await Promise.all([spaceBySlug(slug), getTranslations('space'), getLocale()])
  if (!space) return {}
  const name = nameIn(space, locale)
  const said = await pageMetadata(`/spaces/${slug}`, name, t('lead', { name, count: space.quests }))
  return space.stop ? { ...said, robots: { index: false } } : said
}

export default async function SpacePage({ params, searchParams }: Props) {
  const { slug } = await params
  const view = readSpaceView(await searchParams)
  const [space, me, chains, t, format, locale] = await Promise.all([
    spaceBySlug(slug),
    whoAmI(),
    chainFacts(),
    getTranslations('space'),
    getFormatter(),
    getLocale(),
  ])
  if (!space) notFound()
  const page = await listQuests(toSpaceQuery(slug, view))
  const now = Date.now()
  return (
    <>
      <LiveRefresh topics={page.items.slice(0, 20).map((quest) => `quest:${quest.slug}`)} />
      <PageHead
        title={nameIn(space, locale)}
        lead={
          <p className="flex flex-wrap gap-x-5 text-[0.9375rem]">
            {space.owner !== null && (
              <span>
                {t('runBy')}{' '}
                <SiteLink href={`/people/${space.owner}`} className="underline underline-offset-4 hover:text-ink">
                  {space.owner}
                </SiteLink>
              </span>
            )}
            <span>{t('since', { date: format.dateTime(new Date(space.createdAt), { dateStyle: 'long' }) })}</span>
          </p>
        }
        back={{ href: '/quests', words: t('back') }}
        aside={<ReportEntry subject={{ kind: 'space', slug }} signedIn={me !== null} />}
      />
      {space.stop && (
        <div className="page pb-6">
          <StopNotice stop={space.stop} />
        </div>
      )}
      <SpaceAbout space={space} />
      <SpaceNumbers space={space} />
      <div className="page grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-12 pt-12 lg:grid-cols-[minmax(0,1fr)_20.5rem]">
        <div className="lg:col-start-2">
          <QualityMark quality={space.quality} />
        </div>
        <div className="grid content-start gap-12 lg:col-start-1 lg:row-start-1">
          <SpaceQuests slug={slug} view={view} page={page} chains={chains} now={now} />
          <SpaceGroups space={space} signedIn={me !== null} now={now} />
        </div>
      </div>
    </>
  )
}
