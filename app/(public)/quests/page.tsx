import { getTranslations } from 'next-intl/server'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { listQuests, questFacets } from '#app/_data/pages.ts'
import { chainNames } from '#app/_data/site.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { QuestGrid } from '#app/_ui/quest/QuestGrid.tsx'
import { FilterBar } from './_parts/FilterBar.tsx'
import { filtersHref, isNarrowed, readFilters } from './_parts/filters.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('quests')
  return pageMetadata('/quests', t('title'), t('lead'))
}

export default async function QuestsPage({ searchParams }: Props) {
  const filters = readFilters(await searchParams)
  const [t, names, page, facets] = await Promise.all([getTranslations('quests'), chainNames(), listQuests(filters), questFacets()])
  return (
    <>
      <LiveRefresh topics={page.items.slice(0, 20).map((quest) => `quest:${quest.slug}`)} />
      <PageHead title={t('title')} lead={t('lead')} />
      <FilterBar filters={filters} facets={facets} chainNames={names} />
      <section className="page" aria-labelledby="list">
        <h2 id="list" className="sr-only">
          {t('list')}
        </h2>
        <QuestGrid
          quests={page.items}
          chainNames={names}
          {...(isNarrowed(filters)
            ? {
                whenEmpty: (
                  <Empty
                    title={t('noMatchTitle')}
                    action={
                      <ButtonLink href="/quests" look="quiet">
                        {t('clear')}
                      </ButtonLink>
                    }
                  >
                    {t('noMatchText')}
                  </Empty>
                ),
              }
            : {})}
        />
        {page.nextCursor && (
          <div className="mt-8 flex justify-center">
            <ButtonLink href={filtersHref(filters, { cursor: page.nextCursor })} look="quiet">
              {t('more')}
            </ButtonLink>
          </div>
        )}
      </section>
    </>
  )
}
