import { and, eq, isNull, lt, ne } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { questArrivals, quests, questViews, viewSalts } from '#drizzle/schema/index.ts'
import type { Origin } from './visit.ts'

export type ViewStore = {
  /** The id of a quest that has a page; null when there is none. */
  published(slug: string): Promise<string | null>
  /** The salt of a day, `fresh` when it has none yet. Salts of earlier days go. */
  saltOf(day: string, fresh: Uint8Array): Promise<Uint8Array>
  /** Counts a visitor of a day; the first time counts. */
  see(view: Origin & { questId: string; day: string; visitor: string }): Promise<void>
  /** Keeps a member's first arrival. */
  arrive(arrival: Origin & { questId: string; accountId: string; at: Date }): Promise<void>
}

export function createViewStore(connection: Connection): ViewStore {
  /** Asked for with every visit, and the same for a day. */
  let kept: { day: string; salt: Uint8Array } | null = null
  return {
    async published(slug) {
      const [row] = await connection
        .select({ id: quests.id })
        .from(quests)
        .where(and(eq(quests.slug, slug), ne(quests.status, 'draft'), isNull(quests.prizeOf)))
      return row?.id ?? null
    },
    async saltOf(day, fresh) {
      if (kept?.day === day) return kept.salt
      await connection.delete(viewSalts).where(lt(viewSalts.day, day))
      await connection.insert(viewSalts).values({ day, salt: fresh }).onConflictDoNothing()
      const [row] = await connection.select({ salt: viewSalts.salt }).from(viewSalts).where(eq(viewSalts.day, day))
      // Gone only when another process is a day ahead: then its own digests count.
      kept = { day, salt: row?.salt ?? fresh }
      return kept.salt
    },
    async see(view) {
      await connection.insert(questViews).values(view).onConflictDoNothing()
    },
    async arrive(arrival) {
      await connection.insert(questArrivals).values(arrival).onConflictDoNothing()
    },
  }
}
