import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { quests, spaces } from '#drizzle/schema/index.ts'
import { founder } from '#server/quests/recurrence/familyStore.ts'

/** What is reported, delisted or put in front, as it is named. */
export type Named = { kind: 'space' | 'quest'; slug: string }
/** The same as it is kept: of a recurring quest the first of its family. `slug`: that of this very subject. */
export type Subject = { kind: Named['kind']; slug: string; spaceId: string; questId: string | null }

export type SubjectStore = {
  /** Null where there is no such space, or no such quest that anybody could see. */
  find(named: Named): Promise<Subject | null>
  /** Holds the space until the transaction ends: what is decided of it and its quests is decided one by one. */
  hold(spaceId: string): Promise<void>
}

export function createSubjectStore(connection: Connection): SubjectStore {
  return {
    async find({ kind, slug }) {
      if (kind === 'space') {
        const [space] = await connection.select({ id: spaces.id }).from(spaces).where(eq(spaces.slug, slug))
        return space ? { kind, slug, spaceId: space.id, questId: null } : null
      }
      const [named] = await connection
        .select({ first: founder, spaceId: quests.spaceId })
        .from(quests)
        .innerJoin(spaces, eq(spaces.id, quests.spaceId))
        .where(and(eq(quests.slug, slug), ne(quests.status, 'draft'), isNull(quests.prizeOf)))
      if (!named) return null
      const [first] = await connection.select({ id: quests.id, slug: quests.slug }).from(quests).where(eq(quests.id, named.first))
      return first ? { kind, slug: first.slug, spaceId: named.spaceId, questId: first.id } : null
    },
    async hold(spaceId) {
      await connection.select({ id: spaces.id }).from(spaces).where(eq(spaces.id, spaceId)).for('no key update')
    },
  }
}
