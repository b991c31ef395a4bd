import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { siteOrigin } from '#app/_data/origin.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { personByHandle, personScore, personStanding, personTimeline } from '#app/_data/pages.ts'
import { chainNames, whoAmI } from '#app/_data/site.ts'
import { profileData } from '#app/_data/structuredData.ts'
import type { Person } from '#app/_data/views.ts'
import { withProfileCard } from '#app/_share/cardMetadata.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { JsonLd } from '#app/_ui/JsonLd.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { isLocale } from '#app/_ui/locale.ts'
import { walletAddress } from '#app/_ui/wallet/walletWords.ts'
import { ClusterNote } from './_parts/ClusterNote.tsx'
import { MadeOf } from './_parts/MadeOf.tsx'
import { PersonHead } from './_parts/PersonHead.tsx'
import { Pile } from './_parts/Pile.tsx'
import { placeHref, readPlace } from './_parts/query.ts'
import { ScoreSum } from './_parts/ScoreSum.tsx'
import { Timeline } from './_parts/Timeline.tsx'

type Props = { params: Promise<{ handle: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Lines of the sum on one page. */
const sumLines = 20

/** The handle, else the primary wallet's ENS name, else its address; the address itself stands below. */
const nameOf = ({ handle, id, names, wallets: [primary = id] }: Person) => handle ?? names[primary] ?? shorten(walletAddress(primary), 6, 4)

export async function generateMetadata({ params }: Props) {
  const handle = decodeURIComponent((await params).handle)
  const [person, t, locale] = await Promise.all([personByHandle(handle), getTranslations('person'), getLocale()])
  if (!person) return {}
  const metadata = await pageMetadata(`/people/${encodeURIComponent(handle)}`, nameOf(person), t('lead', { count: person.count }))
  const { xp } = await personStanding(person.id)
  return withProfileCard(metadata, { person, xp }, { origin: siteOrigin(), locale: isLocale(locale) ? locale : 'en' })
}

export default async function PersonPage({ params, searchParams }: Props) {
  const handle = decodeURIComponent((await params).handle)
  const place = readPlace(await searchParams)
  const [person, me, t, tTimeline, names] = await Promise.all([
    personByHandle(handle),
    whoAmI(),
    getTranslations('person'),
    getTranslations('reputation.timeline'),
    chainNames(),
  ])
  if (!person) notFound()
  const [standing, score, timeline] = await Promise.all([
    personStanding(person.id),
    personScore({ accountId: person.id, from: place.sum, limit: sumLines }),
    personTimeline(person.id, place.before),
  ])
  const mine = me?.accountId === person.id
  const path = `/people/${encodeURIComponent(handle)}`
  const allHidden = person.count === 0 && person.hidden > 0
  const whenEmpty = (
    <Empty
      title={mine ? t('emptyMineTitle') : allHidden ? tTimeline('allHidden') : t('emptyTitle')}
      {...(mine ? { action: <ButtonLink href="/quests">{t('findQuest')}</ButtonLink> } : {})}
    >
      {mine ? t('emptyMineText') : allHidden ? tTimeline('allHiddenText') : t('emptyText')}
    </Empty>
  )
  const isEmpty = person.count === 0 && person.hidden === 0
  return (
    <>
      <JsonLd of={(site) => profileData(site, person, nameOf(person))} />
      <LiveRefresh topics={mine ? [`account:${person.id}`, 'batches'] : ['batches']} />
      <PersonHead
        person={person}
        name={nameOf(person)}
        standing={standing}
        score={score.score}
        mine={mine}
        pile={<Pile person={person} name={nameOf(person)} />}
      />
      {standing.cluster && <ClusterNote cluster={standing.cluster} />}
      {!isEmpty && <ScoreSum score={score} pageSize={sumLines} hrefAt={(from) => placeHref(path, { ...place, sum: from }, 'score')} />}
      {standing.categories.length > 0 && <MadeOf standing={standing} chainNames={names} />}
      <Timeline
        items={timeline.items}
        mine={mine}
        now={Date.now()}
        newestHref={place.before === null ? null : placeHref(path, { ...place, before: null }, 'credentials')}
        olderHref={timeline.nextCursor === null ? null : placeHref(path, { ...place, before: timeline.nextCursor }, 'credentials')}
        whenEmpty={whenEmpty}
      />
    </>
  )
}
