import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { whoAmI } from '#app/_data/site.ts'
import { insightQuest } from '#app/_data/studio/insights.ts'
import { spaceOf } from '#app/_data/studio/space.ts'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { NavLink } from '#app/_ui/NavLink.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { say } from '#app/_ui/say.ts'

type Props = { params: Promise<{ space: string; quest: string }>; children: ReactNode }

const places = [
  { name: 'funnel', path: '', right: 'insights' },
  { name: 'reasons', path: '/reasons', right: 'insights' },
  { name: 'participants', path: '/participants', right: 'people' },
  { name: 'clusters', path: '/clusters', right: 'people' },
  { name: 'revocations', path: '/revocations', right: 'revoke' },
] as const

/** What a project learns of one quest: its title, and the pages that this role can use. */
export default async function QuestInsightsLayout({ params, children }: Props) {
  const [{ space: slug, quest: name }, t, locale, me] = await Promise.all([
    params,
    getTranslations('insights.quest'),
    getLocale(),
    whoAmI(),
  ])
  // The layout above says it.
  if (!me) return null
  const space = await spaceOf(slug)
  const quest = space?.rights.includes('insights') ? await insightQuest(slug, name) : null
  if (!space || !quest) notFound()
  const path = `/studio/${slug}/quests/${name}/insights`
  return (
    <>
      <PageHead
        title={<span className="[overflow-wrap:anywhere]">{say(quest.title, locale)}</span>}
        back={{ href: `/studio/${slug}/insights`, words: t('back') }}
        aside={
          <SiteLink href={`/quests/${name}`} className="py-1 text-[0.9375rem] text-muted underline-offset-4 hover:text-ink hover:underline">
            {t('page')}
          </SiteLink>
        }
      />
      <nav aria-label={t('nav')} className="page -mt-3 mb-6 flex gap-1 overflow-x-auto py-1 text-[0.9375rem] [&>:first-child]:-ml-3">
        {places
          .filter(({ right }) => space.rights.includes(right))
          .map((place) => (
            <NavLink key={place.name} href={`${path}${place.path}`} exact={place.path === ''} className="shrink-0">
              {t(place.name)}
            </NavLink>
          ))}
      </nav>
      <div className="page">{children}</div>
    </>
  )
}
