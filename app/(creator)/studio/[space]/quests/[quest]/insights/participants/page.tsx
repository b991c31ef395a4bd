import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { insightQuest, questParticipants } from '#app/_data/studio/insights.ts'
import { spaceOf } from '#app/_data/studio/space.ts'
import { ButtonLink, buttonClass } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { ListPager } from '#app/_ui/insights/ListPager.tsx'
import { ParticipantTable } from '#app/_ui/insights/ParticipantTable.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { PeopleFilterForm } from '../_parts/PeopleFilterForm.tsx'
import { type PeopleFilter, peopleHref, peopleSearch, readPeopleQuery } from '../_parts/peopleQuery.ts'

type Props = {
  params: Promise<{ space: string; quest: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props) {
  const [{ space, quest }, t] = await Promise.all([params, getTranslations('insights.quest')])
  return { ...(await pageMetadata(`/studio/${space}/quests/${quest}/insights/participants`, t('participants'))), robots: { index: false } }
}

/** Who is on a quest, how far each is, and the same as files. */
export default async function ParticipantsPage({ params, searchParams }: Props) {
  const [of, query, t, messages] = await Promise.all([params, searchParams, getTranslations('insights.people'), getMessages()])
  const [space, quest] = await Promise.all([spaceOf(of.space), insightQuest(of.space, of.quest)])
  if (!space?.rights.includes('people') || !quest) notFound()
  const { filter, cursor } = readPeopleQuery(query)
  const path = `/studio/${of.space}/quests/${of.quest}/insights/participants`
  // A cursor of another view, or an old one: the list then begins anew.
  const page =
    (await questParticipants({ ...of, ...filter, cursor, limit: 25 })) ?? (await questParticipants({ ...of, ...filter, limit: 25 }))
  const narrowed = Object.keys(filter).length > 0
  return (
    <NextIntlClientProvider messages={clientTexts(messages, ['revocation'])}>
      {cursor === null && <LiveRefresh topics={['batches']} />}
      <section aria-labelledby="participants">
        <h2 id="participants" className="text-section font-semibold">
          {t('title')}
        </h2>
        <p className="mt-1 mb-5 max-w-3xl text-muted">{t('lead')}</p>
        <PeopleFilterForm path={path} filter={filter} steps={quest.steps} />
        {page === null ? (
          <Nobody title={t('wrongTitle')} text={t('wrongText')} clear={path} words={t('clear')} />
        ) : page.items.length > 0 ? (
          <ParticipantTable space={of.space} quest={quest} page={page} now={Date.now()} mayRevoke={space.rights.includes('revoke')} />
        ) : narrowed ? (
          <Nobody title={t('noMatchTitle')} text={t('noMatchText')} clear={path} words={t('clear')} />
        ) : (
          <Empty title={t('noneTitle')}>{t('noneText')}</Empty>
        )}
        <ListPager
          words={{ label: t('pages'), newest: t('newest'), older: t('older') }}
          newest={cursor === null ? null : peopleHref(path, filter)}
          older={page?.nextCursor ? peopleHref(path, filter, page.nextCursor) : null}
        />
      </section>
      {page !== null && <Files of={of} filter={filter} narrowed={narrowed} />}
    </NextIntlClientProvider>
  )
}

async function Files({ of, filter, narrowed }: { of: { space: string; quest: string }; filter: PeopleFilter; narrowed: boolean }) {
  const t = await getTranslations('insights.people')
  const files = [
    { href: `/api/csv/participants?${peopleSearch(filter, of)}`, words: t('csvParticipants') },
    { href: `/api/csv/rewards?${new URLSearchParams(of)}`, words: t('csvRewards') },
  ]
  return (
    <section className="mt-12" aria-labelledby="files">
      <h2 id="files" className="mb-3 text-section font-semibold">
        {t('csv')}
      </h2>
      <div className="flex flex-wrap gap-3">
        {files.map(({ href, words }) => (
          <a key={href} href={href} download className={buttonClass('quiet')}>
            <Icon name="down" className="size-4" /> {words}
          </a>
        ))}
      </div>
      <p className="mt-3 max-w-2xl text-sm text-muted">
        {t('csvNote')} {narrowed && t('csvFiltered')}
      </p>
    </section>
  )
}

function Nobody({ title, text, clear, words }: { title: string; text: string; clear: string; words: string }) {
  return (
    <Empty
      title={title}
      action={
        <ButtonLink href={clear} look="quiet">
          {words}
        </ButtonLink>
      }
    >
      {text}
    </Empty>
  )
}
