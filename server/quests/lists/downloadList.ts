import { type Cell, writeCsv } from '#server/shared/csv.ts'
import type { QuestDeps } from '../questWork.ts'
import type { ListBy } from './readList.ts'
import { requireList } from './uploadList.ts'

/** Rows that are read at once. */
const chunk = 5000

const keyName = { evm: 'wallet', solana: 'wallet', handle: 'handle' } as const satisfies Record<ListBy, string>

/** A list as a CSV file, its keys as they were understood. Throws `not-found`. */
export async function downloadList(deps: QuestDeps, { spaceId, id }: { spaceId: string; id: string }) {
  const list = await deps.transact(({ lists }) => requireList(lists, spaceId, id))
  const { by, columns, digest } = list
  // A column of the list may be called as its key is here; then the key goes by what it is.
  const first = columns.includes(keyName[by]) ? `key_${by}` : keyName[by]
  return { name: list.name, lines: writeCsv([first, ...columns], rowsOf(deps, digest, columns)) }
}

async function* rowsOf({ transact }: QuestDeps, digest: string, columns: readonly string[]): AsyncGenerator<readonly Cell[]> {
  for (let after = ''; ; ) {
    const rows = await transact(({ lists }) => lists.page(digest, after, chunk))
    for (const row of rows) yield [row.value, ...columns.map((column) => row.columns[column] ?? '')]
    const last = rows.at(-1)
    if (!last || rows.length < chunk) return
    after = last.value
  }
}
