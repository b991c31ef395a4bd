import { CairnError } from '#server/shared/errors.ts'
import { spaceOf } from '../ownSpace.ts'
import type { QuestDeps } from '../questWork.ts'
import { writtenText } from '../text.ts'
import { type ListBy, readList } from './readList.ts'

/** Bytes of a file: the longest rows that are of use, 100,000 times. */
export const maxListBytes = 16 * 1024 * 1024

/** Lists of one space: rules name them for good, so none is ever thrown away. */
const maxLists = 50

export type UploadListInput = { accountId: string; space?: string | undefined; name: string; by: ListBy; csv: string }

/**
 * Keeps a list of a space. The same content again is the same list. Throws `list.malformed` naming line and column, `input.invalid`, `auth.forbidden`, `conflict` (too many).
 */
export async function uploadList(deps: QuestDeps, input: UploadListInput) {
  const name = writtenText(80).safeParse(input.name)
  if (!name.success)
    throw new CairnError('input.invalid', 'The list needs a name.', { meta: { field: 'name', expected: '1 to 80 characters' } })
  const { columns, rows, duplicates, digest } = readList(input.csv, input.by)
  return deps.transact(async (work) => {
    const space = await spaceOf(work, input, 'author')
    const known = await work.lists.findByDigest(space.id, digest)
    if (known) return view(known)
    const kept = await work.lists.ofSpace(space.id)
    if (kept.length >= maxLists)
      throw new CairnError('conflict', 'This space keeps no more lists.', {
        meta: { field: 'space', found: kept.length, expected: `at most ${maxLists}` },
      })
    await work.lists.addRows(digest, rows)
    return view(await work.lists.add({ spaceId: space.id, name: name.data, by: input.by, digest, columns, rows: rows.length, duplicates }))
  })
}

/** The lists of a space, newest first. Throws `auth.forbidden`. */
export const listLists = (deps: QuestDeps, input: { accountId: string; space?: string | undefined }) =>
  deps.transact(async (work) => (await work.lists.ofSpace((await spaceOf(work, input, 'author')).id)).map(view))

const view = (row: {
  id: string
  name: string
  by: ListBy
  digest: string
  columns: string[]
  rows: number
  duplicates: number
  createdAt: Date
}) => ({
  id: row.id,
  name: row.name,
  by: row.by,
  digest: row.digest,
  columns: row.columns,
  rows: row.rows,
  duplicates: row.duplicates,
  createdAt: row.createdAt.toISOString(),
})
export type ListView = ReturnType<typeof view>
