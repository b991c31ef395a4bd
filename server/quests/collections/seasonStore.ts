import { and, asc, count, countDistinct, eq, gt, gte, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { completions, questListings, quests, seasonQuests, seasons, spaces } from '#drizzle/schema/index.ts'
import { listed, listedSpace } from '../listedStore.ts'
import { founder } from '../recurrence/familyStore.ts'

export type SeasonRow = typeof seasons.$inferSelect & { space: { slug: string; name: string } }

/** A quest that counts, and when the viewer's completion counted. */
export type SeasonQuest = {
  id: string
  slug: string
  category: (typeof questListings.$inferSelect)['category']
  points: number
  countedAt: Date | null
}

export type SeasonWithQuests = SeasonRow & { quests: SeasonQuest[] }

/** `endsAfter`: only seasons that are not over then. */
export type SeasonChoice = { accountId: string | null; slug?: string; spaceId?: string; endsAfter?: Date; limit: number }

export type SeasonStore = {
  /** False when the slug is taken. `questIds` in their order. */
  add(row: typeof seasons.$inferInsert, questIds: readonly string[]): Promise<boolean>
  /** Those that begin first come first, each with its listed quests in their order; none of a space that is held or delisted. */
  list(choice: SeasonChoice): Promise<SeasonWithQuests[]>
  /** Completions that count so far, and of how many members. */
  totals(season: SeasonRow): Promise<{ completions: number; members: number }>
}

export const createSeasonStore = (connection: Connection): SeasonStore => ({
  async add(row, questIds) {
    const [added] = await connection.insert(seasons).values(row).onConflictDoNothing({ target: seasons.slug }).returning()
    if (!added) return false
    await connection.insert(seasonQuests).values(questIds.map((questId, position) => ({ seasonId: added.id, questId, position })))
    return true
  },
  async list({ accountId, slug, spaceId, endsAfter, limit }) {
    const which: SQL[] = [listedSpace]
    if (slug !== undefined) which.push(eq(seasons.slug, slug))
    if (spaceId !== undefined) which.push(eq(seasons.spaceId, spaceId))
    if (endsAfter !== undefined) which.push(gt(seasons.endsAt, endsAfter))
    const rows = await connection
      .select({ season: seasons, space: { slug: spaces.slug, name: spaces.name } })
      .from(seasons)
      .innerJoin(spaces, eq(spaces.id, seasons.spaceId))
      .where(and(...which))
      .orderBy(asc(seasons.startsAt), asc(seasons.id))
      .limit(limit)
    const found = await readQuests(
      connection,
      accountId,
      rows.map(({ season }) => season.id),
    )
    return rows.map(({ season, space }) => ({ ...season, space, quests: found.get(season.id) ?? [] }))
  },
  async totals({ id, startsAt, endsAt }) {
    const [row] = await connection
      .select({ completions: count(), members: countDistinct(completions.accountId) })
      .from(seasonQuests)
      .innerJoin(quests, eq(founder, seasonQuests.questId))
      .innerJoin(completions, eq(completions.questId, quests.id))
      .where(and(eq(seasonQuests.seasonId, id), gte(completions.createdAt, startsAt), lt(completions.createdAt, endsAt)))
    return row ?? { completions: 0, members: 0 }
  },
})

/** The viewer's completion is joined only when it lies within the season. */
async function readQuests(connection: Connection, accountId: string | null, ids: string[]): Promise<Map<string, SeasonQuest[]>> {
  if (ids.length === 0) return new Map()
  const columns = { id: quests.id, slug: quests.slug, category: questListings.category, points: questListings.points }
  const rows = await connection
    .select({ seasonId: seasonQuests.seasonId, ...columns })
    .from(seasonQuests)
    .innerJoin(quests, eq(quests.id, seasonQuests.questId))
    .innerJoin(questListings, eq(questListings.questId, quests.id))
    .where(and(inArray(seasonQuests.seasonId, ids), listed))
    .orderBy(asc(seasonQuests.position))
  const counted = accountId === null ? new Map<string, Date>() : await countedBy(connection, accountId, ids)
  const bySeason = Map.groupBy(rows, ({ seasonId }) => seasonId)
  return new Map(
    [...bySeason].map(([season, of]) => [
      season,
      of.map(({ seasonId, ...quest }) => ({ ...quest, countedAt: counted.get(`${seasonId} ${quest.id}`) ?? null })),
    ]),
  )
}

/** When the member's completions that count did so first, by season and quest: each period of a recurring one is a completion of it. */
async function countedBy(connection: Connection, accountId: string, ids: string[]) {
  const rows = await connection
    .select({
      seasonId: seasonQuests.seasonId,
      questId: seasonQuests.questId,
      at: sql`min(${completions.createdAt})`.mapWith(completions.createdAt),
    })
    .from(completions)
    .innerJoin(quests, eq(quests.id, completions.questId))
    .innerJoin(seasonQuests, eq(seasonQuests.questId, founder))
    .innerJoin(seasons, eq(seasons.id, seasonQuests.seasonId))
    .where(
      and(
        eq(completions.accountId, accountId),
        inArray(seasons.id, ids),
        gte(completions.createdAt, seasons.startsAt),
        lt(completions.createdAt, seasons.endsAt),
      ),
    )
    .groupBy(seasonQuests.seasonId, seasonQuests.questId)
  return new Map(rows.map(({ seasonId, questId, at }) => [`${seasonId} ${questId}`, at]))
}
