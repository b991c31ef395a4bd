import { and, asc, desc, eq, inArray, isNotNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { completions, quests, questVersions } from '#drizzle/schema/index.ts'
import type { Definition } from '../definition.ts'
import type { QuestRow } from '../questStore.ts'
import { stoppedQuests, stoppedSpaces } from '../stoppedStore.ts'
import type { Window } from './recurrence.ts'

/** Where a quest is found: the slug of its family's first quest, or its own. */
export const address = sql<string>`coalesce((select f.slug from ${quests} f where f.id = ${quests.familyId}), ${quests.slug})`

/** The first quest of a quest's family, or itself: what groups of quests name. */
export const founder = sql<string>`coalesce(${quests.familyId}, ${quests.id})`

/** One quest of each family: that of the newest period which has begun at this instant, or the first. Others are all there. */
export const currentAt = (at: Date | SQL): SQL => sql`(${quests.familyId} is null or ${quests.id} = (
  select f.id from ${quests} f where f.family_id = ${quests.familyId} and f.status <> 'draft' and (f.period = 0 or f.opens_at <= ${at})
  order by f.period desc limit 1))`

/** A family and the newest of its quests. */
export type FamilyRow = { familyId: string; newest: QuestRow; first: Window; definition: Definition }

export type FamilyStore = {
  /** Families whose newest quest is published and opened by then, and which are to have more. None while it or its space is held or delisted. */
  growing(openedBy: Date): Promise<FamilyRow[]>
  /** One of those by its first quest; null where it is none. */
  byId(familyId: string): Promise<FamilyRow | null>
  /** The first quest's window and its slug. */
  first(familyId: string): Promise<(Window & { slug: string }) | null>
  /** Periods of the family that the account has completed. */
  completedPeriods(familyId: string, accountId: string): Promise<number[]>
}

const isPublished = inArray(quests.status, ['publishing', 'live'])

export function createFamilyStore(connection: Connection): FamilyStore {
  const newest = (where: SQL | undefined) =>
    connection
      .select({
        newest: quests,
        definition: questVersions.definition,
        first: sql<{ opensAt: string; closesAt: string }>`(
          select json_build_object('opensAt', f.opens_at, 'closesAt', f.closes_at) from ${quests} f where f.id = ${quests.familyId})`,
      })
      .from(quests)
      .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, quests.publishedVersion)))
      .where(
        and(
          where,
          sql`${quests.period} = (select max(f.period) from ${quests} f where f.family_id = ${quests.familyId})`,
          isPublished,
          sql`${quests.spaceId} not in ${stoppedSpaces} and ${quests.familyId} not in ${stoppedQuests}`,
          sql`${quests.period} + 1 < (${questVersions.definition} -> 'recurrence' ->> 'periods')::integer`,
        ),
      )
      .orderBy(asc(quests.opensAt), asc(quests.id))
  const finish = (rows: Awaited<ReturnType<ReturnType<typeof newest>['execute']>>): FamilyRow[] =>
    rows.flatMap(({ newest, definition, first }) =>
      newest.familyId === null
        ? []
        : {
            familyId: newest.familyId,
            newest,
            // Written by `addVersion` only, from a parsed definition.
            definition: definition as Definition,
            first: { opensAt: new Date(first.opensAt), closesAt: new Date(first.closesAt) },
          },
    )
  return {
    growing: async (openedBy) => finish(await newest(and(isNotNull(quests.familyId), lte(quests.opensAt, openedBy)))),
    async byId(familyId) {
      const [row] = finish(await newest(eq(quests.familyId, familyId)))
      return row ?? null
    },
    async first(familyId) {
      const [row] = await connection
        .select({ slug: quests.slug, opensAt: quests.opensAt, closesAt: quests.closesAt })
        .from(quests)
        .where(eq(quests.id, familyId))
      return row ?? null
    },
    async completedPeriods(familyId, accountId) {
      const rows = await connection
        .select({ period: quests.period })
        .from(completions)
        .innerJoin(quests, eq(quests.id, completions.questId))
        .where(and(eq(quests.familyId, familyId), eq(completions.accountId, accountId)))
        .orderBy(desc(quests.period))
      return rows.flatMap(({ period }) => period ?? [])
    },
  }
}
