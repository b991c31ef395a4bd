import { useTranslations } from 'next-intl'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { categories } from '#app/_ui/credential/mineral.ts'
import { type Board, boardQuery, periods } from './board.ts'

type Choice = { key: string; words: string; change: Partial<Board>; on: boolean }

/** Period and category as links: every board has an address. */
export function BoardFilter({ board, spaceName }: { board: Board; spaceName: string | null }) {
  const t = useTranslations('reputation.board')
  const tQuests = useTranslations('quests')
  const groups: { name: string; choices: Choice[] }[] = [
    {
      name: t('period'),
      choices: periods.map((period) => ({ key: period, words: t(period), change: { period }, on: board.period === period })),
    },
    {
      name: t('category'),
      choices: [
        {
          key: 'all',
          words: t('everything'),
          change: { category: null, space: null },
          on: board.category === null && board.space === null,
        },
        ...categories.map((name) => ({
          ...{ key: name, words: tQuests(`category.${name}`), on: board.category === name },
          change: { category: name, space: null },
        })),
      ],
    },
  ]
  return (
    <div className="page mb-6 grid gap-3">
      {groups.map(({ name, choices }) => (
        <nav key={name} aria-label={name} className="flex flex-wrap gap-1.5">
          {choices.map(({ key, words, change, on }) => (
            <SiteLink
              key={key}
              href={`/leaderboard${boardQuery(board, change)}`}
              scroll={false}
              aria-current={on ? 'true' : undefined}
              className={`inline-flex h-8 items-center rounded-full border px-3 text-sm transition-colors ${on ? 'border-ink bg-ink font-medium text-paper' : 'border-line text-muted hover:border-edge hover:text-ink'}`}
            >
              {words}
            </SiteLink>
          ))}
        </nav>
      ))}
      {spaceName !== null && (
        <p className="flex flex-wrap items-center gap-x-4 text-[0.9375rem]">
          {t('inSpace', { name: spaceName })}
          <SiteLink
            href={`/leaderboard${boardQuery(board, { space: null })}`}
            className="py-1 text-muted underline decoration-line decoration-2 underline-offset-4 hover:text-ink"
          >
            {t('leaveSpace')}
          </SiteLink>
        </p>
      )}
    </div>
  )
}
