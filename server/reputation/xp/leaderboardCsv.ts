import { type Cell, writeCsv } from '#server/shared/csv.ts'
import type { BoardPosition, BoardRow, BoardStore } from './boardStore.ts'
import { type FoundBoard, type LeaderboardEntry, toEntry } from './leaderboard.ts'

const header = ['rank', 'shared_by', 'account', 'handle', 'wallet', 'level', 'xp', 'credentials', 'flagged'] as const

/** Members that are read at once: many, because each time those ahead are counted. */
const chunk = 10_000

/** A whole board, in its order. */
export function leaderboardCsv({ boards }: { boards: BoardStore }, { key }: FoundBoard): AsyncGenerator<string> {
  return writeCsv(header, rowsOf(boards, key))
}

async function* rowsOf(boards: BoardStore, key: FoundBoard['key']): AsyncGenerator<Cell[]> {
  for (let after: BoardPosition | null = null; ; ) {
    const page: BoardRow[] = await boards.page(key, { after, limit: chunk })
    for (const row of page) yield cellsOf(toEntry(row, null))
    const last = page.length === chunk ? page.at(-1) : undefined
    if (!last) return
    after = { xp: last.xp, accountId: last.accountId }
  }
}

const cellsOf = ({ account, ...entry }: LeaderboardEntry): Cell[] => [
  entry.rank,
  entry.sharedBy,
  account.id,
  account.handle,
  account.wallet,
  entry.level,
  entry.xp,
  entry.credentials,
  entry.flagged,
]
