import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { listingStops, quests } from '#drizzle/schema/index.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { Subject } from './subjectStore.ts'

export type StopRow = typeof listingStops.$inferSelect
type Where = Pick<Subject, 'spaceId' | 'questId'>

/** A stop as those who work for the space read it. `quest`: a slug, null for the space itself. */
export type SpaceStop = Pick<StopRow, 'id' | 'kind' | 'reason' | 'at' | 'appeal' | 'appealedAt' | 'answer' | 'answeredAt' | 'liftedAt'> & {
  quest: string | null
}

export type StopStore = {
  /** The one that counts now. */
  current(subject: Where): Promise<StopRow | null>
  /** Null while another one counts. */
  add(row: Where & Pick<StopRow, 'kind' | 'reason' | 'accountId' | 'at'>): Promise<StopRow | null>
  /** Holding the row until the transaction ends. */
  lock(id: string): Promise<StopRow | null>
  /** A hold becomes a delisting. */
  toDelisted(id: string, change: { reason: Text; accountId: string; at: Date }): Promise<void>
  appeal(id: string, change: { appeal: string; appealedBy: string; appealedAt: Date }): Promise<void>
  answer(id: string, change: { answer: string; answeredAt: Date }): Promise<void>
  /** Of one that was lifted before, nothing changes. */
  lift(id: string, change: { liftedBy: string; liftedAt: Date }): Promise<void>
  /** All of a space and its quests: those that count first, then the newest. */
  ofSpace(spaceId: string): Promise<SpaceStop[]>
}

export function createStopStore(connection: Connection): StopStore {
  const update = async (id: string, change: Partial<StopRow>) => {
    await connection.update(listingStops).set(change).where(eq(listingStops.id, id))
  }
  return {
    async current({ spaceId, questId }) {
      const of =
        questId === null ? and(eq(listingStops.spaceId, spaceId), sql`${listingStops.questId} is null`) : eq(listingStops.questId, questId)
      const [row] = await connection
        .select()
        .from(listingStops)
        .where(and(of, isNull(listingStops.liftedAt)))
      return row ?? null
    },
    async add(row) {
      const [added] = await connection.insert(listingStops).values(row).onConflictDoNothing().returning()
      return added ?? null
    },
    async lock(id) {
      const [row] = await connection.select().from(listingStops).where(eq(listingStops.id, id)).for('update')
      return row ?? null
    },
    toDelisted: (id, change) => update(id, { kind: 'delisted', ...change }),
    appeal: update,
    answer: update,
    async lift(id, change) {
      await connection
        .update(listingStops)
        .set(change)
        .where(and(eq(listingStops.id, id), isNull(listingStops.liftedAt)))
    },
    ofSpace: (spaceId) =>
      connection
        .select({
          id: listingStops.id,
          kind: listingStops.kind,
          reason: listingStops.reason,
          at: listingStops.at,
          appeal: listingStops.appeal,
          appealedAt: listingStops.appealedAt,
          answer: listingStops.answer,
          answeredAt: listingStops.answeredAt,
          liftedAt: listingStops.liftedAt,
          quest: quests.slug,
        })
        .from(listingStops)
        .leftJoin(quests, eq(quests.id, listingStops.questId))
        .where(eq(listingStops.spaceId, spaceId))
        .orderBy(sql`${listingStops.liftedAt} is null desc`, desc(listingStops.at), desc(listingStops.id))
        .limit(100),
  }
}
