import type { ReadNames } from '#server/accounts/refreshNames.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { BoardKey, BoardPosition, BoardRow, BoardStore } from './boardStore.ts'
import { type Category, type Facet, facetKey } from './facets.ts'
import { levelAt } from './levels.ts'
import { type PeriodKind, periodAt } from './periods.ts'

export type LeaderboardDeps = {
  boards: BoardStore
  names: ReadNames
  /** Milliseconds. */
  now(): number
}

/** At most one of category and space (its slug). */
export type LeaderboardQuestion = { period: PeriodKind; category?: Category | undefined; space?: string | undefined }

/** A member on a board. Members with the same XP share `rank`; `next` is the rank after it. */
export type LeaderboardEntry = {
  rank: number
  sharedBy: number
  next: number
  /** `name`: the wallet's checked ENS name. */
  account: { id: string; handle: string | null; wallet: string; name: string | null }
  level: number
  xp: number
  credentials: number
  /** The account is in a cluster that looks like one person's (docs/reputation.md); it keeps its place. */
  flagged: boolean
}

/** Times are ISO 8601, null = without that end. `mine`: the asking member's own row, wherever it stands. */
export type Leaderboard = {
  period: { kind: PeriodKind; from: string | null; to: string | null }
  category: Category | null
  space: { slug: string; name: string } | null
  members: number
  entries: LeaderboardEntry[]
  mine: LeaderboardEntry | null
}

export type FoundBoard = Pick<Leaderboard, 'period' | 'category' | 'space'> & { key: BoardKey }

/** Which board is asked for. Throws `input.invalid` for a category and a space at once, `not-found` for an unknown space. */
export async function findBoard({ boards, now }: Omit<LeaderboardDeps, 'names'>, question: LeaderboardQuestion): Promise<FoundBoard> {
  const { period: kind, category, space: slug } = question
  if (category !== undefined && slug !== undefined)
    throw new CairnError('input.invalid', 'A leaderboard is of a category or of a space.', {
      meta: { field: 'space', found: slug, expected: 'no space beside a category' },
    })
  const space = slug === undefined ? null : await boards.space(slug)
  if (slug !== undefined && !space) throw new CairnError('not-found', 'There is no such space.', { meta: { field: 'space', found: slug } })
  const facet: Facet = category !== undefined ? { category } : space ? { space: space.id } : null
  const period = periodAt(kind, Math.floor(now() / 1000))
  return {
    key: { period: period?.key ?? kind, facet: facetKey(facet) },
    period: { kind, from: isoOf(period?.from ?? null), to: isoOf(period?.to ?? null) },
    category: category ?? null,
    space: space && { slug: space.slug, name: space.name },
  }
}

/** A page of a board, and the position that the next one starts after. */
export async function readLeaderboard(
  { boards, names }: Pick<LeaderboardDeps, 'boards' | 'names'>,
  { key, ...said }: FoundBoard,
  input: { after: BoardPosition | null; limit: number; accountId: string | null },
): Promise<Leaderboard & { after: BoardPosition | null }> {
  const { after, limit, accountId } = input
  const [members, rows, mine] = await Promise.all([
    boards.members(key),
    boards.page(key, { after, limit: limit + 1 }),
    accountId === null ? null : boards.place(key, accountId),
  ])
  const shown = rows.slice(0, limit)
  const known = await names([...shown, ...(mine ? [mine] : [])].map(({ wallet }) => wallet))
  const named = (row: BoardRow) => toEntry(row, known.get(row.wallet) ?? null)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    ...said,
    members,
    entries: shown.map(named),
    mine: mine && named(mine),
    after: last ? { xp: last.xp, accountId: last.accountId } : null,
  }
}

export const toEntry = (row: BoardRow, name: string | null): LeaderboardEntry => ({
  rank: row.rank,
  sharedBy: row.sharedBy,
  next: row.next,
  account: { id: row.accountId, handle: row.handle, wallet: row.wallet, name },
  level: levelAt(row.totalXp).level,
  xp: row.xp,
  credentials: row.credentials,
  flagged: row.flag === 'flagged',
})

const isoOf = (seconds: number | null) => (seconds === null ? null : new Date(seconds * 1000).toISOString())
