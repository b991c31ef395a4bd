import { CairnError } from '#server/shared/errors.ts'
import { spaceOf } from '../ownSpace.ts'
import type { QuestDeps } from '../questWork.ts'
import { writtenText } from '../text.ts'
import type { ListInfo, ListStore } from './listStore.ts'
import { type ListBy, readList } from './readList.ts'

/** Bytes of a file: the longest rows that are of use, 100,000 times. */
export const maxListBytes = 16 * 1024 * 1024

/** Lists of one space that are offered, and with those that were removed: rules name them for good, so none is ever thrown away. */
const maxLists = 50
const maxKept = 500

/** `skipBroken`: rows that do not hold are passed over. `replaces`: the list in whose place this one comes. */
export type UploadListInput = {
  accountId: string
  space?: string | undefined
  name: string
  by: ListBy
  csv: string
  skipBroken?: boolean
  replaces?: string | undefined
}

/**
 * Keeps a list of a space. The same content again is the same list; one that was removed comes back. Throws `list.malformed` naming all broken rows,
 * `input.invalid`, `auth.forbidden`, `conflict` (too many), `not-found` (nothing to replace).
 */
export async function uploadList(deps: QuestDeps, input: UploadListInput) {
  const name = writtenText(80).safeParse(input.name)
  if (!name.success)
    throw new CairnError('input.invalid', 'The list needs a name.', { meta: { field: 'name', expected: '1 to 80 characters' } })
  const { by, accountId } = input
  const { columns, rows, duplicates, broken, digest } = readList(input.csv, by, { skipBroken: input.skipBroken ?? false })
  return deps.transact(async (work) => {
    const space = await spaceOf(work, input, 'author')
    const note = (action: 'list.uploaded' | 'list.removed', list: Pick<ListInfo, 'name' | 'digest' | 'rows'>) =>
      work.audit.add({ spaceId: space.id, accountId, action, subject: list.name, after: { digest: list.digest, rows: list.rows } })
    const old = input.replaces === undefined ? null : await requireList(work.lists, space.id, input.replaces)
    if (old && old.digest !== digest) {
      await work.lists.change(old.id, { removedAt: new Date(deps.now()) })
      await note('list.removed', old)
    }
    const known = await work.lists.findByDigest(space.id, digest)
    if (known?.removedAt === null) return { ...view(known), broken }
    const kept = await work.lists.ofSpace(space.id)
    const full =
      kept.length >= maxLists ? [kept.length, maxLists] : (await work.lists.countAll(space.id)) >= maxKept ? [maxKept, maxKept] : null
    if (full)
      throw new CairnError('conflict', 'This space keeps no more lists.', {
        meta: { field: 'space', found: full[0], expected: `at most ${full[1]}` },
      })
    await note('list.uploaded', { name: name.data, digest, rows: rows.length })
    if (known) {
      await work.lists.change(known.id, { name: name.data, removedAt: null })
      return { ...view({ ...known, name: name.data }), broken }
    }
    await work.lists.addRows(digest, rows)
    const added = await work.lists.add({ spaceId: space.id, name: name.data, by, digest, columns, rows: rows.length, duplicates })
    return { ...view(added), broken }
  })
}

/** A list of the space that is offered. Throws `not-found`. */
export async function requireList(lists: ListStore, spaceId: string, id: string): Promise<ListInfo> {
  const row = await lists.find(spaceId, id)
  if (!row || row.removedAt !== null)
    throw new CairnError('not-found', 'There is no such list.', { meta: { field: 'list', found: id.slice(0, 100) } })
  return row
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
