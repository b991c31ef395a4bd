import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { questDrafts, quests, spaceMembers, spaces } from '#drizzle/schema/index.ts'
import type { SpaceRole } from './role.ts'

export type OwnSpace = { id: string; slug: string; name: string; role: SpaceRole; quests: number; members: number; createdAt: Date }

export type AccessStore = {
  /** The space of that slug and the account's role in it, if it has one. Null when there is no such space. */
  enter(slug: string, accountId: string): Promise<{ id: string; slug: string; name: string; role: SpaceRole | null } | null>
  roleIn(spaceId: string, accountId: string): Promise<SpaceRole | null>
  /** The spaces that an account works for, oldest first. */
  spacesOf(accountId: string): Promise<OwnSpace[]>
  /** Makes a space with its owner. Null when the slug is taken. */
  make(row: { slug: string; name: string; ownerId: string; createdAt?: Date }): Promise<typeof spaces.$inferSelect | null>
  /** How many spaces an account made since then. */
  madeSince(accountId: string, since: Date): Promise<number>
}

/** As many as the studio lists: drafts that are not put away, and quests that were made without the studio and have no row there yet. */
const questsWritten = sql<number>`(
  (select count(*) from ${questDrafts} d where d.space_id = ${spaces.id} and d.archived_at is null)
  + (select count(*) from ${quests} where ${quests.spaceId} = ${spaces.id} and ${quests.prizeOf} is null and coalesce(${quests.period}, 0) = 0
     and not exists (select 1 from ${questDrafts} d where d.quest_id = ${quests.id})))`.mapWith(Number)

export function createAccessStore(connection: Connection): AccessStore {
  return {
    async enter(slug, accountId) {
      const [row] = await connection
        .select({ id: spaces.id, slug: spaces.slug, name: spaces.name, role: spaceMembers.role })
        .from(spaces)
        .leftJoin(spaceMembers, and(eq(spaceMembers.spaceId, spaces.id), eq(spaceMembers.accountId, accountId)))
        .where(eq(spaces.slug, slug))
      return row ?? null
    },
    async roleIn(spaceId, accountId) {
      const [row] = await connection
        .select({ role: spaceMembers.role })
        .from(spaceMembers)
        .where(and(eq(spaceMembers.spaceId, spaceId), eq(spaceMembers.accountId, accountId)))
      return row?.role ?? null
    },
    spacesOf: (accountId) =>
      connection
        .select({
          id: spaces.id,
          slug: spaces.slug,
          name: spaces.name,
          role: spaceMembers.role,
          createdAt: spaces.createdAt,
          quests: questsWritten,
          members: sql<number>`(select count(*) from ${spaceMembers} m where m.space_id = ${spaces.id})`.mapWith(Number),
        })
        .from(spaceMembers)
        .innerJoin(spaces, eq(spaces.id, spaceMembers.spaceId))
        .where(eq(spaceMembers.accountId, accountId))
        .orderBy(asc(spaces.createdAt), asc(spaces.slug)),
    async make(row) {
      const [made] = await connection.insert(spaces).values(row).onConflictDoNothing({ target: spaces.slug }).returning()
      if (!made) return null
      await connection.insert(spaceMembers).values({ spaceId: made.id, accountId: row.ownerId, role: 'owner' })
      return made
    },
    async madeSince(accountId, since) {
      const [row] = await connection
        .select({ count: sql<number>`count(*)`.mapWith(Number) })
        .from(spaces)
        .where(and(eq(spaces.ownerId, accountId), gt(spaces.createdAt, since)))
      return row?.count ?? 0
    },
  }
}
