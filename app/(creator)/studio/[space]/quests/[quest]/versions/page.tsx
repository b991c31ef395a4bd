import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { draftOf } from '#app/_data/studio/draft.ts'
import { versionDiff, versionsOf } from '#app/_data/studio/quests.ts'
import { spaceOf } from '#app/_data/studio/space.ts'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { titleOf } from '#app/_ui/draft/titleOf.ts'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { ChooseVersions } from './_parts/ChooseVersions.tsx'
import { chosenPair } from './_parts/chosenPair.ts'
import { DiffView } from './_parts/DiffView.tsx'
import { VersionList } from './_parts/VersionList.tsx'

type Props = {
  params: Promise<{ space: string; quest: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props) {
  const [{ space, quest: slug }, t] = await Promise.all([params, getTranslations('drafts.versions')])
  return { ...(await pageMetadata(`/studio/${space}/quests/${slug}/versions`, t('title'))), robots: { index: false } }
}

/** What was published of a quest, by whom, and what differs between any two. */
export default async function VersionsPage({ params, searchParams }: Props) {
  const [{ space, quest: slug }, query, t, locale, messages] = await Promise.all([
    params,
    searchParams,
    getTranslations('drafts.versions'),
    getLocale(),
    getMessages(),
  ])
  if (!(await spaceOf(space))) notFound()
  const [draft, versions] = await Promise.all([draftOf(space, slug), versionsOf(space, slug)])
  if (!draft || !versions) notFound()
  const at = `/studio/${space}/quests/${slug}`
  const hasDraft = draft.stage !== 'published'
  const numbers = versions.map(({ version }) => version)
  const pair = chosenPair(query, { versions: numbers, hasDraft })
  const diff = pair && (await versionDiff({ space, slug, ...pair }))
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['drafts'])}>
      <PageHead title={t('title')} lead={t('lead')} back={{ href: at, words: titleOf(slug, draft.document.definition.title, locale) }} />
      <div className="page grid grid-cols-[minmax(0,1fr)] gap-10">
        {versions.length === 0 ? (
          <Empty level={2} title={t('noneTitle')}>
            {t('noneText')}
          </Empty>
        ) : (
          <VersionList versions={versions} now={Date.parse(draft.readAt)} />
        )}
        {pair && (
          <section aria-labelledby="diff" className="slab p-5 sm:p-6">
            <h2 id="diff" className="mb-4 text-section font-semibold">
              {t('diff')}
            </h2>
            <ChooseVersions at={`${at}/versions`} versions={numbers} hasDraft={hasDraft} {...pair} />
            <div className="mt-6 border-t border-line pt-5">
              {diff ? <DiffView diff={diff} /> : <p className="text-muted">{t(pair.to === 'draft' ? 'notWhole' : 'noSuch')}</p>}
            </div>
          </section>
        )}
      </div>
    </NextIntlClientProvider>
  )
}
