import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { leaderboard } from '#app/_data/pages.ts'
import { whoAmI } from '#app/_data/site.ts'
import { ButtonLink, buttonClass } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { BoardFilter } from './_parts/BoardFilter.tsx'
import { BoardTable } from './_parts/BoardTable.tsx'
import { boardQuery, readBoard } from './_parts/board.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  const t = await getTranslations('reputation.board')
  return pageMetadata('/leaderboard', t('title'), t('lead'))
}

export default async function LeaderboardPage({ searchParams }: Props) {
  const board = readBoard(await searchParams)
  const { period, category, space, cursor } = board
  const question = { period, ...(category && { category }), ...(space && { space }) }
  const [t, format, me, found] = await Promise.all([
    getTranslations('reputation.board'),
    getFormatter(),
    whoAmI(),
    leaderboard({ ...question, cursor, limit: 50 }),
  ])
  if (!found) notFound()
  const { entries, mine, members, nextCursor } = found
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeZone: 'UTC' })
  const { from, to } = found.period
  // The end is the first moment after: people name the day before.
  const span = from && to ? t('span', { from: day(from), to: day(new Date(Date.parse(to) - 1).toISOString()) }) : null
  return (
    <>
      {cursor === null && <LiveRefresh topics={['batches']} />}
      <PageHead title={t('title')} lead={t('lead')} />
      <BoardFilter board={board} spaceName={found.space?.name ?? null} />
      <section className="page" aria-label={t('table')}>
        <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-[0.9375rem] text-muted">
          <p>
            {t('members', { count: members })}
            {span && ` · ${span}`}
            {me && !mine && members > 0 && ` · ${t('notYet')}`}
          </p>
          {members > 0 && (
            <a href={`/api/csv/leaderboard${boardQuery(board, {})}`} download className={buttonClass('quiet', 'small')}>
              <Icon name="down" className="size-4" /> {t('csv')}
            </a>
          )}
        </div>
        {entries.length === 0 ? (
          <Empty level={2} title={t('noneTitle')} action={<ButtonLink href="/quests">{t('findQuest')}</ButtonLink>}>
            {t('noneText')}
          </Empty>
        ) : (
          <BoardTable entries={entries} mine={mine} />
        )}
        {[...entries, ...(mine ? [mine] : [])].some(({ flagged }) => flagged) && (
          <p className="mt-4 max-w-2xl text-sm text-muted">{t('flaggedNote')}</p>
        )}
        <div className="mt-8 flex justify-center gap-3">
          {cursor !== null && (
            <ButtonLink href={`/leaderboard${boardQuery(board, {})}`} look="quiet">
              {t('first')}
            </ButtonLink>
          )}
          {nextCursor && (
            <ButtonLink href={`/leaderboard${boardQuery(board, { cursor: nextCursor })}`} look="quiet">
              {t('next')}
            </ButtonLink>
          )}
        </div>
      </section>
    </>
  )
}
