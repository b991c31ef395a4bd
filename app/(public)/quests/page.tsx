import { getTranslations } from 'next-intl/server'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { listQuests, questFacets } from '#app/_data/pages.ts'
import { chainFacts, whoAmI } from '#app/_data/site.ts'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { filtersHref, readFilters, toQuery } from './_parts/filters.ts'
import { QuestList } from './_parts/QuestList.tsx'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('quests')
  return pageMetadata('/quests', t('title'), t('lead'))
}

export default async function QuestsPage({ searchParams }: Props) {
  const filters = readFilters(await searchParams)
  const query = toQuery(filters)
  const [t, chains, page, facets, me] = await Promise.all([
    getTranslations('quests'),
    chainFacts(),
    listQuests(query),
    questFacets(query),
    whoAmI(),
  ])
  return (
    <>
      <LiveRefresh topics={page.items.slice(0, 20).map((quest) => `quest:${quest.slug}`)} />
      <PageHead title={t('title')} lead={t('lead')} />
      <QuestList
        filters={filters}
        facets={facets}
        quests={page.items}
        chains={chains}
        signedIn={me !== null}
        now={Date.now()}
        more={page.nextCursor === null ? null : filtersHref(filters, { cursor: page.nextCursor })}
      />
    </>
  )
}
