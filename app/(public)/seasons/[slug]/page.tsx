import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { seasonBySlug } from '#app/_data/pages.ts'
import { chainFacts, whoAmI } from '#app/_data/site.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { say } from '#app/_ui/say.ts'
import { SeasonQuests } from './_parts/SeasonQuests.tsx'
import { Standing } from './_parts/Standing.tsx'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props) {
  const { slug } = await params
  const [found, locale] = await Promise.all([seasonBySlug(slug), getLocale()])
  return found ? pageMetadata(`/seasons/${slug}`, say(found.title, locale), say(found.summary, locale)) : {}
}

export default async function SeasonPage({ params }: Props) {
  const { slug } = await params
  const [season, me, chains, t, locale, format] = await Promise.all([
    seasonBySlug(slug),
    whoAmI(),
    chainFacts(),
    getTranslations('season'),
    getLocale(),
    getFormatter(),
  ])
  if (!season) notFound()
  const now = Date.now()
  const moment = (iso: string) => format.dateTime(new Date(iso), { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  const [from, to] = [moment(season.startsAt), moment(season.endsAt)]
  return (
    <>
      <LiveRefresh topics={me ? [`account:${me.accountId}`] : season.quests.slice(0, 20).map(({ quest }) => `quest:${quest.slug}`)} />
      <PageHead
        title={say(season.title, locale)}
        lead={
          <>
            <p>{say(season.summary, locale)}</p>
            <p className="mt-4 flex flex-wrap gap-x-5 gap-y-1 text-[0.9375rem]">
              <SiteLink href={`/spaces/${season.space.slug}`} className="underline underline-offset-4 hover:text-ink">
                {season.space.name}
              </SiteLink>
              <span>{t('range', { from, to })}</span>
              <span>
                {t(`when.${season.state}`)} <Ago at={season.state === 'upcoming' ? season.startsAt : season.endsAt} now={now} />
              </span>
            </p>
          </>
        }
        back={{ href: '/', words: t('back') }}
      />
      <div className="page grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20.5rem]">
        <div className="lg:col-start-2">
          <Standing season={season} signedIn={me !== null} from={from} to={to} />
        </div>
        <SeasonQuests season={season} chains={chains} now={now} />
      </div>
    </>
  )
}
