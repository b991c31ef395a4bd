import { useLocale, useTranslations } from 'next-intl'
import type { Home } from '#app/_data/views.ts'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Cube } from '#app/_ui/credential/Cube.tsx'
import { isCategory } from '#app/_ui/credential/mineral.ts'
import { say } from '#app/_ui/say.ts'
import { SectionHead } from './SectionHead.tsx'

/** A ranking by what people completed, with the number that it goes by. */
export function Trending({ trending }: { trending: Home['trending'] }) {
  const t = useTranslations('home')
  const locale = useLocale()
  return (
    <section aria-labelledby="trending">
      <SectionHead id="trending" title={t('trending')} lead={t('trendingLead')} link={{ href: '/quests?sort=trending', words: t('all') }} />
      <ol className="slab divide-y divide-line overflow-hidden">
        {trending.map(({ quest, completions }, i) => (
          <li key={quest.slug}>
            <SiteLink
              href={`/quests/${quest.slug}`}
              className="group flex items-center gap-4 px-4 py-3 transition-colors hover:bg-sunken sm:px-5"
            >
              <span className="w-5 text-right text-faint" aria-hidden="true">
                {i + 1}
              </span>
              <Cube
                quest={quest.slug}
                category={isCategory(quest.category) ? quest.category : 'infrastructure'}
                holder=""
                className="h-11 shrink-0 transition-transform duration-300 ease-settle group-hover:-translate-y-0.5"
              />
              <span className="min-w-0 flex-1">
                <span className="block font-medium break-words">{say(quest.title, locale)}</span>
                <span className="block text-sm break-words text-faint">{quest.space.name}</span>
              </span>
              <span className="text-right text-sm text-muted">{t('completions', { count: completions })}</span>
            </SiteLink>
          </li>
        ))}
      </ol>
    </section>
  )
}
