import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { questBySlug, questProgress, usualSettleMs } from '#app/_data/pages.ts'
import { whoAmI } from '#app/_data/site.ts'
import { siteOrigin } from '#app/_data/siteOrigin.ts'
import { questData } from '#app/_data/structuredData.ts'
import { JsonLd } from '#app/_ui/JsonLd.tsx'
import { isLocale, localePath } from '#app/_ui/locale.ts'
import { ReportEntry } from '#app/_ui/report/ReportEntry.tsx'
import { say } from '#app/_ui/say.ts'
import { QuestFace } from './_parts/QuestFace.tsx'
import { QuestProgress } from './_parts/QuestProgress.tsx'
import { Visit } from './_parts/Visit.tsx'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props) {
  const { slug } = await params
  const [quest, locale] = await Promise.all([questBySlug(slug), getLocale()])
  if (!quest) return {}
  const path = `/quests/${quest.family?.slug ?? slug}`
  const said = await pageMetadata(path, say(quest.title, locale), say(quest.summary, locale))
  if (quest.stop) return { ...said, robots: { index: false } }
  const url = `${siteOrigin()}${localePath(isLocale(locale) ? locale : 'en', path)}`
  return { ...said, alternates: { ...said.alternates, types: { 'application/json+oembed': `/oembed?url=${encodeURIComponent(url)}` } } }
}

export default async function QuestPage({ params }: Props) {
  const { slug } = await params
  const [quest, me, usualMs, locale] = await Promise.all([questBySlug(slug), whoAmI(), usualSettleMs(), getLocale()])
  if (!quest) notFound()
  // A prize is nothing to do: who comes to it wants to see how it was won.
  if (quest.prizeOf !== null) redirect(localePath(isLocale(locale) ? locale : 'en', `/quests/${quest.prizeOf}/draw`))
  const progress = me ? await questProgress(quest.slug) : null
  return (
    <QuestProgress quest={quest} me={me} progress={progress} now={Date.now()} usualMs={usualMs}>
      {quest.stop === null && <JsonLd of={(site) => questData(site, quest)} />}
      <Visit key={me?.accountId} quest={quest.slug} />
      <QuestFace quest={quest} foot={<ReportEntry subject={{ kind: 'quest', slug: quest.slug }} signedIn={me !== null} />} />
    </QuestProgress>
  )
}
