import { getTranslations } from 'next-intl/server'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { searchEverything } from '#app/_data/pages.ts'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { SearchForm } from '#app/_ui/search/SearchForm.tsx'
import { HitList } from './_parts/HitList.tsx'

type Props = { searchParams: Promise<{ q?: string | string[] }> }

const readText = ({ q }: { q?: string | string[] }) => (typeof q === 'string' ? q : (q?.[0] ?? '')).slice(0, 500)

export async function generateMetadata() {
  const t = await getTranslations('search')
  return { ...(await pageMetadata('/search', t('title'), t('lead'))), robots: { index: false } }
}

/** The search with an address of its own, for links, for bookmarks, and without script. */
export default async function SearchPage({ searchParams }: Props) {
  const [t, { query, hits, more }] = await Promise.all([getTranslations('search'), searchEverything(readText(await searchParams))])
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="page">
        <SearchForm query={query} className="max-w-2xl" />
        <div className="mt-12 max-w-3xl">
          {query === '' ? (
            <Empty level={2} title={t('page.emptyTitle')}>
              {t('page.emptyText')}
            </Empty>
          ) : hits.length === 0 ? (
            <Empty level={2} title={t('page.nothingTitle')}>
              {t('page.nothingText', { query })}
            </Empty>
          ) : (
            <>
              <h2 className="text-section font-semibold break-words">{t('page.results', { query })}</h2>
              <HitList hits={hits} />
              {more && <p className="mt-6 text-muted">{t('page.more')}</p>}
            </>
          )}
        </div>
      </div>
    </>
  )
}
