import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { caseQueue, myPlatform } from '#app/_data/console.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { CaseRow } from './_parts/CaseRow.tsx'
import { caseKinds, queueHref, readQueueQuery } from './_parts/queueQuery.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('platform.queue')
  return { ...(await pageMetadata('/console', t('title'))), robots: { index: false } }
}

/** What waits to be looked at, the longest first; or what was resolved, the newest first. */
export default async function QueuePage({ searchParams }: Props) {
  const me = await myPlatform()
  if (!me) notFound()
  const query = readQueueQuery(await searchParams)
  const { kind, resolved, cursor } = query
  const [t, page] = await Promise.all([
    getTranslations('platform.queue'),
    caseQueue({ resolved, ...(kind ? { kind } : {}), cursor, limit: 24 }),
  ])
  const now = Date.now()
  const chip = (on: boolean) =>
    `inline-flex h-8 shrink-0 items-center rounded-full border px-3 text-sm transition-colors ${on ? 'border-ink bg-ink font-medium text-paper' : 'border-line text-muted hover:border-edge hover:text-ink'}`
  return (
    <>
      <PageHead title={t('title')} lead={t(resolved ? 'leadResolved' : 'lead')} />
      <div className="page mb-6 flex flex-wrap items-center gap-x-8 gap-y-3">
        <nav aria-label={t('which')} className="flex flex-wrap gap-1.5">
          {[false, true].map((each) => (
            <SiteLink
              key={String(each)}
              href={queueHref({ kind, resolved: each })}
              aria-current={resolved === each ? 'true' : undefined}
              className={chip(resolved === each)}
            >
              {t(each ? 'resolved' : 'waiting')}
            </SiteLink>
          ))}
        </nav>
        <nav aria-label={t('kinds')} className="flex flex-wrap gap-1.5">
          {[null, ...caseKinds].map((each) => (
            <SiteLink
              key={each ?? 'all'}
              href={queueHref({ kind: each, resolved })}
              aria-current={kind === each ? 'true' : undefined}
              className={chip(kind === each)}
            >
              {each === null ? t('all') : t(`kind.${each}`)}
            </SiteLink>
          ))}
        </nav>
      </div>
      <section className="page" aria-label={t('title')}>
        {page.items.length === 0 ? (
          <Empty level={2} title={t(resolved ? 'noneResolved' : 'none')}>
            {t(resolved ? 'noneResolvedText' : 'noneText')}
          </Empty>
        ) : (
          <ul className="slab divide-y divide-line px-5">
            {page.items.map((one) => (
              <CaseRow key={one.id} one={one} now={now} />
            ))}
          </ul>
        )}
        {(cursor !== null || page.nextCursor !== null) && (
          <nav aria-label={t('pages')} className="mt-8 flex justify-center gap-3">
            {cursor !== null && (
              <ButtonLink href={queueHref({ kind, resolved })} look="quiet">
                {t('first')}
              </ButtonLink>
            )}
            {page.nextCursor !== null && (
              <ButtonLink href={queueHref({ kind, resolved, cursor: page.nextCursor })} look="quiet">
                {t('more')}
              </ButtonLink>
            )}
          </nav>
        )}
      </section>
    </>
  )
}
