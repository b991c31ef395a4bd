import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { draftList } from '#app/_data/studio/quests.ts'
import { spaceOf } from '#app/_data/studio/space.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { Pager } from '#app/_ui/explorer/Pager.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { DraftRow } from './_parts/DraftRow.tsx'
import { ListHead } from './_parts/ListHead.tsx'
import { isNarrowed, listHref, readListFilters } from './_parts/listFilters.ts'
import { NewQuest } from './_parts/NewQuest.tsx'

type Props = { params: Promise<{ space: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props) {
  const [{ space }, t] = await Promise.all([params, getTranslations('drafts.list')])
  return { ...(await pageMetadata(`/studio/${space}/quests`, t('title'))), robots: { index: false } }
}

/** The quests of a space from their first word on: found, begun, copied and put away. */
export default async function SpaceQuestsPage({ params, searchParams }: Props) {
  const [{ space: slug }, filters, t, messages] = await Promise.all([
    params,
    searchParams.then(readListFilters),
    getTranslations('drafts.list'),
    getMessages(),
  ])
  const space = await spaceOf(slug)
  if (!space) notFound()
  const { q, state, archived, cursor } = filters
  const { items, nextCursor } = await draftList({
    ...{ space: slug, archived, cursor, limit: 30 },
    ...(q ? { search: q } : {}),
    ...(state ? { state } : {}),
  })
  const mayWrite = space.rights.includes('author')
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['drafts'])}>
      <LiveRefresh topics={items.slice(0, 20).map((draft) => `quest:${draft.slug}`)} />
      <PageHead title={t('title')} lead={t('lead')} aside={mayWrite && <NewQuest space={slug} />} />
      <div className="page">
        <ListHead space={slug} filters={filters} />
        <div className="mt-6">
          {items.length > 0 ? (
            <ul className="slab divide-y divide-line px-5">
              {items.map((draft) => (
                <DraftRow key={draft.slug} {...{ space: slug, draft, archived, mayWrite, now: Date.now() }} />
              ))}
            </ul>
          ) : isNarrowed(filters) ? (
            <Empty
              level={2}
              title={t('nothingTitle')}
              action={
                <ButtonLink href={listHref(slug, filters, { q: '', state: null })} look="quiet">
                  {t('showAll')}
                </ButtonLink>
              }
            >
              {t('nothingText')}
            </Empty>
          ) : (
            <Empty
              level={2}
              title={t(archived ? 'noneArchivedTitle' : 'noneTitle')}
              action={mayWrite && !archived && <NewQuest space={slug} />}
            >
              {t(archived ? 'noneArchivedText' : mayWrite ? 'noneText' : 'noneToRead')}
            </Empty>
          )}
        </div>
        <Pager
          first={listHref(slug, filters, {})}
          isFirst={cursor === null}
          older={nextCursor === null ? null : listHref(slug, filters, { cursor: nextCursor })}
        />
      </div>
    </NextIntlClientProvider>
  )
}
