import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { spaceLog, spaceLogPeople } from '#app/_data/studio/people.ts'
import { spaceOf } from '#app/_data/studio/space.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { LogRow } from '#app/_ui/log/LogRow.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { LogFilter } from './_parts/LogFilter.tsx'
import { actionsOf, logHref, readLogQuery } from './_parts/logQuery.ts'

type Props = { params: Promise<{ space: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props) {
  const { space } = await params
  const t = await getTranslations('audit')
  return { ...(await pageMetadata(`/studio/${space}/log`, t('title'))), robots: { index: false } }
}

const pageSize = 30

/** Everything that was done in a space: who, what, and what it was before and after. */
export default async function LogPage({ params, searchParams }: Props) {
  const [{ space: slug }, asked] = await Promise.all([params, searchParams])
  const space = await spaceOf(slug)
  if (!space?.rights.includes('team')) notFound()
  const [t, people] = await Promise.all([getTranslations('audit'), spaceLogPeople(slug)])
  const query = readLogQuery(asked, people)
  const { by, action, cursor } = query
  const page = await spaceLog({ space: slug, ...(by ? { by } : {}), ...(action ? { action } : {}), cursor, limit: pageSize })
  const now = Date.now()
  const narrowed = by !== null || action !== null
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <LogFilter space={slug} query={query} people={people} actions={actionsOf(t)} />
      <section className="page" aria-label={t('title')}>
        {page.items.length === 0 ? (
          <Empty
            level={2}
            title={t(narrowed ? 'noneOfThese' : 'none')}
            {...(narrowed
              ? {
                  action: (
                    <ButtonLink href={logHref(slug, {})} look="quiet">
                      {t('all')}
                    </ButtonLink>
                  ),
                }
              : {})}
          >
            {t('noneText')}
          </Empty>
        ) : (
          <ol className="slab divide-y divide-line px-5">
            {page.items.map((entry) => (
              <LogRow key={entry.id} entry={entry} words={t(`action.${entry.action}`)} automatic={t('platform')} now={now} />
            ))}
          </ol>
        )}
        {(cursor !== null || page.nextCursor !== null) && (
          <nav aria-label={t('pages')} className="mt-8 flex justify-center gap-3">
            {cursor !== null && (
              <ButtonLink href={logHref(slug, { by, action })} look="quiet">
                {t('newest')}
              </ButtonLink>
            )}
            {page.nextCursor !== null && (
              <ButtonLink href={logHref(slug, { by, action, cursor: page.nextCursor })} look="quiet">
                {t('older')}
              </ButtonLink>
            )}
          </nav>
        )}
      </section>
    </>
  )
}
