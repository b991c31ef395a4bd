import { and, count, eq, lt, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { pictures, questDrafts, quests, questVersions, spacePictures } from '#drizzle/schema/index.ts'

export type PictureSize = 'large' | 'small'
export type MadePicture = { hash: string; large: Uint8Array; small: Uint8Array }

/** Pictures that spaces uploaded, by content: two spaces may keep the same one. */
export type CoverStore = {
  /** The bytes of one size, for anybody. */
  read(hash: string, size: PictureSize): Promise<Uint8Array | null>
  has(spaceId: string, hash: string): Promise<boolean>
  count(spaceId: string): Promise<number>
  /** False when the space keeps it already; it is as if it were new then. */
  keep(spaceId: string, picture: MadePicture, at: Date): Promise<boolean>
  /** Forgets what no version and no draft of its space names, of what was kept before `before`. Answers how many. */
  sweep(before: Date, limit: number): Promise<number>
}

export function createCoverStore(connection: Connection): CoverStore {
  return {
    async read(hash, size) {
      const [row] = await connection.select({ bytes: pictures[size] }).from(pictures).where(eq(pictures.hash, hash))
      return row?.bytes ?? null
    },
    async has(spaceId, hash) {
      const rows = await connection.select({ hash: spacePictures.hash }).from(spacePictures).where(ofSpace(spaceId, hash))
      return rows.length > 0
    },
    async count(spaceId) {
      const [row] = await connection.select({ count: count() }).from(spacePictures).where(eq(spacePictures.spaceId, spaceId))
      return row?.count ?? 0
    },
    async keep(spaceId, picture, at) {
      await connection.insert(pictures).values(picture).onConflictDoNothing()
      // Held until the end of this transaction, so that a sweep does not take it away in between.
      await connection.select({ hash: pictures.hash }).from(pictures).where(eq(pictures.hash, picture.hash)).for('key share')
      const { hash } = picture
      const known = await connection.update(spacePictures).set({ keptAt: at }).where(ofSpace(spaceId, hash)).returning()
      if (known.length > 0) return false
      await connection.insert(spacePictures).values({ spaceId, hash, keptAt: at })
      return true
    },
    sweep: (before, limit) => sweepPictures(connection, before, limit),
  }
}

const ofSpace = (spaceId: string, hash: string) => and(eq(spacePictures.spaceId, spaceId), eq(spacePictures.hash, hash))

/** Drafts hold JSON that nobody checked, so their text is looked through and nothing is taken out of it. */
async function sweepPictures(connection: Connection, before: Date, limit: number): Promise<number> {
  const named = sql`exists (select 1 from ${questVersions} join ${quests} on ${quests.id} = ${questVersions.questId}
      where ${quests.spaceId} = ${spacePictures.spaceId} and strpos(${questVersions.definition}::text, ${spacePictures.hash}) > 0)
    or exists (select 1 from ${questDrafts}
      where ${questDrafts.spaceId} = ${spacePictures.spaceId} and strpos(${questDrafts.document}::text, ${spacePictures.hash}) > 0)`
  const old = await connection
    .select({ spaceId: spacePictures.spaceId, hash: spacePictures.hash })
    .from(spacePictures)
    .where(and(lt(spacePictures.keptAt, before), sql`not (${named})`))
    .limit(limit)
  for (const { spaceId, hash } of old)
    await connection.delete(spacePictures).where(and(ofSpace(spaceId, hash), lt(spacePictures.keptAt, before)))
  for (const { hash } of old)
    await connection
      .delete(pictures)
      .where(and(eq(pictures.hash, hash), sql`not exists (select 1 from ${spacePictures} where ${spacePictures.hash} = ${pictures.hash})`))
  return old.length
}
