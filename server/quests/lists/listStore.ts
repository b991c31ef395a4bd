import { and, asc, count, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { listRows, lists } from '#drizzle/schema/index.ts'
import type { ListRow } from './readList.ts'

export type ListInfo = typeof lists.$inferSelect

/** Rows that one statement takes. */
const chunk = 5000

/** Lists of spaces; rows by the digest of the whole, kept once however often the same list is uploaded. */
export type ListStore = {
  /** Those that were not removed, newest first. */
  ofSpace(spaceId: string): Promise<ListInfo[]>
  /** How many there are, with those that were removed. */
  countAll(spaceId: string): Promise<number>
  find(spaceId: string, id: string): Promise<ListInfo | null>
  findByDigest(spaceId: string, digest: string): Promise<ListInfo | null>
  add(row: Omit<ListInfo, 'id' | 'createdAt' | 'removedAt'>): Promise<ListInfo>
  /** Takes a list away, or brings it back under another name. */
  change(id: string, change: Partial<Pick<ListInfo, 'name' | 'removedAt'>>): Promise<void>
  /** Rows of a content in order, a part at a time. */
  page(digest: string, after: string, limit: number): Promise<ListRow[]>
  addRows(digest: string, rows: readonly ListRow[]): Promise<void>
  /** Rows of the list `<id>@<digest>` that name one of the values; null when there is no list of that id and content. */
  rows(list: string, values: readonly string[]): Promise<ListRow[] | null>
}

export function createListStore(connection: Connection): ListStore {
  return {
    ofSpace: (spaceId) =>
      connection
        .select()
        .from(lists)
        .where(and(eq(lists.spaceId, spaceId), isNull(lists.removedAt)))
        .orderBy(desc(lists.createdAt))
        .limit(200),
    async countAll(spaceId) {
      const [row] = await connection.select({ all: count() }).from(lists).where(eq(lists.spaceId, spaceId))
      return row?.all ?? 0
    },
    async find(spaceId, id) {
      const [row] = await connection
        .select()
        .from(lists)
        .where(and(eq(lists.spaceId, spaceId), eq(lists.id, id)))
      return row ?? null
    },
    async findByDigest(spaceId, digest) {
      const [row] = await connection
        .select()
        .from(lists)
        .where(and(eq(lists.spaceId, spaceId), eq(lists.digest, digest)))
      return row ?? null
    },
    async add(row) {
      const [added] = await connection.insert(lists).values(row).returning()
      if (!added) throw new Error('insert into lists returned no row')
      return added
    },
    async change(id, change) {
      await connection.update(lists).set(change).where(eq(lists.id, id))
    },
    page: (digest, after, limit) =>
      connection
        .select({ value: listRows.value, columns: listRows.columns })
        .from(listRows)
        .where(and(eq(listRows.digest, digest), gt(listRows.value, after)))
        .orderBy(asc(listRows.value))
        .limit(limit),
    async addRows(digest, rows) {
      for (let at = 0; at < rows.length; at += chunk) {
        const part = JSON.stringify(rows.slice(at, at + chunk))
        await connection.execute(sql`
          insert into ${listRows} (digest, value, columns)
          select ${digest}, given.value, given.columns from jsonb_to_recordset(${part}::jsonb) as given(value text, columns jsonb)
          on conflict do nothing`)
      }
    },
    async rows(list, values) {
      const [id = '', digest = ''] = list.split('@')
      const [known] = await connection
        .select({ id: lists.id })
        .from(lists)
        .where(and(sql`${lists.id}::text = ${id}`, eq(lists.digest, digest)))
      if (!known) return null
      return connection
        .select({ value: listRows.value, columns: listRows.columns })
        .from(listRows)
        .where(and(eq(listRows.digest, digest), inArray(listRows.value, [...values])))
        .orderBy(listRows.value)
    },
  }
}
