import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { myPlatform, platformLog } from '#app/_data/console.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { LogRow } from '#app/_ui/log/LogRow.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'

type Props = { searchParams: Promise<{ cursor?: string | string[] }> }

export async function generateMetadata() {
  const t = await getTranslations('platform.log')
  return { ...(await pageMetadata('/console/log', t('title'))), robots: { index: false } }
}

/** Everything that was done on the platform, the newest first. */
export default async function PlatformLogPage({ searchParams }: Props) {
  const me = await myPlatform()
  if (!me?.rights.includes('audit')) notFound()
  const { cursor } = await searchParams
  const from = typeof cursor === 'string' && cursor !== '' && cursor.length <= 500 ? cursor : null
  const [t, page] = await Promise.all([getTranslations('platform.log'), platformLog(from)])
  const now = Date.now()
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <section className="page" aria-label={t('title')}>
        {page.items.length === 0 ? (
          <Empty level={2} title={t('none')}>
            {t('noneText')}
          </Empty>
        ) : (
          <ol className="slab divide-y divide-line px-5">
            {page.items.map((entry) => (
              <LogRow key={entry.id} entry={entry} words={t(`action.${entry.action}`)} automatic={t('automatic')} now={now} />
            ))}
          </ol>
        )}
        {(from !== null || page.nextCursor !== null) && (
          <nav aria-label={t('pages')} className="mt-8 flex justify-center gap-3">
            {from !== null && (
              <ButtonLink href="/console/log" look="quiet">
                {t('newest')}
              </ButtonLink>
            )}
            {page.nextCursor !== null && (
              <ButtonLink href={`/console/log?cursor=${encodeURIComponent(page.nextCursor)}`} look="quiet">
                {t('older')}
              </ButtonLink>
            )}
          </nav>
        )}
      </section>
    </>
  )
}
