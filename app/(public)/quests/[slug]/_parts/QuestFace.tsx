import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { chainNames } from '#app/_data/site.ts'
import type { QuestDetail } from '#app/_data/views.ts'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { isCategory } from '#app/_ui/credential/mineral.ts'
import { Cover } from '#app/_ui/quest/Cover.tsx'
import { chainLabel } from '#app/_ui/quest/chainNames.ts'
import type { LessonCard } from '#app/_ui/quest/LessonCards.tsx'
import { Prose } from '#app/_ui/quest/Prose.tsx'
import { StopNotice } from '#app/_ui/quest/StopNotice.tsx'
import { say } from '#app/_ui/say.ts'
import { Aside } from './Aside.tsx'
import { Conditions } from './Conditions.tsx'
import { Steps } from './Steps.tsx'

/** The cards of each step that has some, their Markdown rendered here: it costs the browser nothing. */
const lessonsOf = ({ stepList }: QuestDetail, locale: string): Record<string, LessonCard[]> =>
  Object.fromEntries(
    stepList.map(({ id, cards = [] }) => [
      id,
      cards.map(({ title, text }, i) => ({ id: String(i), title: say(title, locale), body: <Prose>{say(text, locale)}</Prose> })),
    ]),
  )

/** What the page of a quest says, inside of whatever keeps the member's progress. `foot`: below the text, on the page alone. */
export async function QuestFace({ quest, foot }: { quest: QuestDetail; foot?: ReactNode }) {
  const [t, locale, names] = await Promise.all([getTranslations('quests'), getLocale(), chainNames()])
  const category = isCategory(quest.category) ? quest.category : 'infrastructure'
  return (
    <div className="page grid gap-x-14 gap-y-10 pt-10 sm:pt-14 lg:grid-cols-[minmax(0,1fr)_20.5rem] lg:grid-rows-[auto_1fr]">
      <div className="min-w-0">
        <SiteLink
          href="/quests"
          className="mb-3 inline-block py-1 text-[0.9375rem] text-muted underline-offset-4 hover:text-ink hover:underline"
        >
          <span aria-hidden="true">← </span>
          {t('title')}
        </SiteLink>
        {quest.cover && (
          <Cover
            cover={quest.cover}
            sizes="(min-width: 72rem) 48rem, (min-width: 64rem) 60vw, 100vw"
            first
            className="mb-7 rounded-card border border-line"
          />
        )}
        <h1 className="text-title font-semibold">{say(quest.title, locale)}</h1>
        <p className="mt-3 text-lg leading-relaxed text-muted">{say(quest.summary, locale)}</p>
        <StopNotice stop={quest.stop} />
        {quest.caution && (
          <p className="mt-5 flex items-start gap-3 rounded-xl bg-bad-soft px-4 py-3 text-bad">
            <Icon name="warning" className="mt-0.5 size-5" />
            <span>
              {t('caution')}{' '}
              <SiteLink href={`/spaces/${quest.space.slug}`} className="font-medium underline underline-offset-4">
                {t('cautionSee')}
              </SiteLink>
            </span>
          </p>
        )}
        <p className="mt-5 flex flex-wrap gap-2">
          <SiteLink href={`/spaces/${quest.space.slug}`} className="rounded-md hover:text-ink hover:underline">
            <Tag>{quest.space.name}</Tag>
          </SiteLink>
          <Tag>{t(`category.${category}`)}</Tag>
          <Tag>{t(`difficulty.${quest.difficulty === 1 || quest.difficulty === 2 ? quest.difficulty : 3}`)}</Tag>
          <Tag>{t('minutes', { count: quest.minutes })}</Tag>
          {quest.every && <Tag>{t(`every.${quest.every}`)}</Tag>}
          {quest.chains.map((chain) => (
            <Tag key={chain}>{chainLabel(chain, names)}</Tag>
          ))}
        </p>
      </div>
      <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <Aside />
      </div>
      <div className="grid min-w-0 content-start gap-12">
        <Conditions />
        <Steps lessons={lessonsOf(quest, locale)} />
        <section aria-labelledby="about">
          <h2 id="about" className="mb-3 text-section font-semibold">
            {t('about')}
          </h2>
          <Prose>{say(quest.description, locale)}</Prose>
          {quest.rulesHash !== '' && (
            <p className="mt-6 text-sm text-faint">
              {t('rules', { version: String(quest.version) })} <Hash value={quest.rulesHash} />
            </p>
          )}
          {foot && <div className="mt-3 -ml-3">{foot}</div>}
        </section>
      </div>
    </div>
  )
}
