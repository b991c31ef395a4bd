import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { questBySlug, questProgress, usualSettleMs } from '#app/_data/pages.ts'
import { chainNames, whoAmI } from '#app/_data/site.ts'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { isCategory } from '#app/_ui/credential/mineral.ts'
import { chainLabel } from '#app/_ui/quest/chainNames.ts'
import { Prose } from '#app/_ui/quest/Prose.tsx'
import { say } from '#app/_ui/say.ts'
import { Aside } from './_parts/Aside.tsx'
import { QuestProgress } from './_parts/QuestProgress.tsx'
import { Steps } from './_parts/Steps.tsx'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props) {
  const { slug } = await params
  const [quest, locale] = await Promise.all([questBySlug(slug), getLocale()])
  return quest ? pageMetadata(`/quests/${slug}`, say(quest.title, locale), say(quest.summary, locale)) : {}
}

export default async function QuestPage({ params }: Props) {
  const { slug } = await params
  const [quest, me, usualMs, t, locale, names] = await Promise.all([
    questBySlug(slug),
    whoAmI(),
    usualSettleMs(),
    getTranslations('quests'),
    getLocale(),
    chainNames(),
  ])
  if (!quest) notFound()
  const progress = me ? await questProgress(slug) : null
  const category = isCategory(quest.category) ? quest.category : 'infrastructure'
  return (
    <QuestProgress quest={quest} me={me} progress={progress} now={Date.now()} usualMs={usualMs}>
      <div className="page grid gap-x-14 gap-y-10 pt-10 sm:pt-14 lg:grid-cols-[minmax(0,1fr)_20.5rem]">
        <div className="min-w-0">
          <SiteLink
            href="/quests"
            className="mb-3 inline-block py-1 text-[0.9375rem] text-muted underline-offset-4 hover:text-ink hover:underline"
          >
            <span aria-hidden="true">← </span>
            {t('title')}
          </SiteLink>
          <h1 className="text-title font-semibold">{say(quest.title, locale)}</h1>
          <p className="mt-3 text-lg leading-relaxed text-muted">{say(quest.summary, locale)}</p>
          <p className="mt-5 flex flex-wrap gap-2">
            <Tag>{quest.space.name}</Tag>
            <Tag>{t(`category.${category}`)}</Tag>
            <Tag>{t(`difficulty.${quest.difficulty === 1 || quest.difficulty === 2 ? quest.difficulty : 3}`)}</Tag>
            <Tag>{t('minutes', { count: quest.minutes })}</Tag>
            {quest.chains.map((chain) => (
              <Tag key={chain}>{chainLabel(chain, names)}</Tag>
            ))}
          </p>
        </div>
        <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <Aside />
        </div>
        <div className="grid min-w-0 gap-12">
          <Steps />
          <section aria-labelledby="about">
            <h2 id="about" className="mb-3 text-section font-semibold">
              {t('about')}
            </h2>
            <Prose>{say(quest.description, locale)}</Prose>
            <p className="mt-6 text-sm text-faint">
              {t('rules', { version: String(quest.version) })} <Hash value={quest.rulesHash} />
            </p>
          </section>
        </div>
      </div>
    </QuestProgress>
  )
}
