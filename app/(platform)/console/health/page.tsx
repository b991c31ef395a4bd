import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ailingQuests, myPlatform } from '#app/_data/console.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { chainNames, chains } from '#app/_data/site.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { ChainHealth } from '#app/_ui/explorer/ChainHealth.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { chainLabel } from '#app/_ui/quest/chainNames.ts'
import { say } from '#app/_ui/say.ts'

export async function generateMetadata() {
  const t = await getTranslations('platform.health')
  return { ...(await pageMetadata('/console/health', t('title'))), robots: { index: false } }
}

/** How the chains are read, and the quests whose members cannot get on because of one. */
export default async function HealthPage() {
  const me = await myPlatform()
  if (!me) notFound()
  const [t, locale, known, names, quests] = await Promise.all([
    getTranslations('platform.health'),
    getLocale(),
    chains(),
    chainNames(),
    ailingQuests(),
  ])
  // Most chains that we know are read by nobody, because no quest asks for them.
  const read = known.filter(({ status }) => status !== 'unused')
  const now = Date.now()
  return (
    <>
      <LiveRefresh topics={['batches']} />
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="page grid grid-cols-[minmax(0,1fr)] gap-12">
        <section aria-labelledby="quests">
          <h2 id="quests" className="mb-1 text-section font-semibold">
            {t('quests')}
          </h2>
          <p className="mb-4 text-[0.9375rem] text-muted">{t('questsLead')}</p>
          {quests.length === 0 ? (
            <p className="slab px-5 py-4 text-good">{t('none')}</p>
          ) : (
            <ul className="slab divide-y divide-line px-5">
              {quests.map(({ slug, title, space, unread, closesAt }) => (
                <li key={slug} data-ailing={slug} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-4">
                  <div className="min-w-0 flex-1 basis-56">
                    <SiteLink href={`/quests/${slug}`} className="font-medium [overflow-wrap:anywhere] underline-offset-4 hover:underline">
                      {say(title, locale)}
                    </SiteLink>
                    <p className="text-[0.875rem] text-faint">
                      {space.name} · {t('closes')} <Ago at={closesAt} now={now} />
                    </p>
                  </div>
                  <p className="flex flex-wrap gap-1.5">
                    {unread.map((chain) => (
                      <Tag key={chain} tone="bad">
                        {chainLabel(chain, names)}
                      </Tag>
                    ))}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section aria-labelledby="chains">
          <h2 id="chains" className="mb-4 text-section font-semibold">
            {t('chains')}
          </h2>
          <ChainHealth chains={read} now={now} />
          {read.length < known.length && (
            <p className="mt-4 text-[0.9375rem] text-muted">{t('unread', { count: known.length - read.length })}</p>
          )}
        </section>
      </div>
    </>
  )
}
