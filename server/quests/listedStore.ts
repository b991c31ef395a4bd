import { and, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { listingStops, questDrafts, quests, spaces } from '#drizzle/schema/index.ts'
import type { Text } from '#server/verify/verdict.ts'
import { visible } from './discover/filterStore.ts'
import type { QuestRow } from './questStore.ts'
import { founder } from './recurrence/familyStore.ts'
import { stoppedQuests, stoppedSpaces } from './stoppedStore.ts'

/** Neither the quest (the first of its family) nor its space is held or delisted. */
const unstopped = sql`(${quests.spaceId} not in ${stoppedSpaces} and ${founder} not in ${stoppedQuests})`

/** Its project did not put it away. */
const unarchived = sql`${founder} not in (
  select ${questDrafts.questId} from ${questDrafts} where ${questDrafts.archivedAt} is not null and ${questDrafts.questId} is not null)`

/**
 * What every list, search and map of quests shows: published, neither held nor delisted, and not archived. A quest's own page shows the rest, with the reason
 * where there is one.
 */
export const listed = and(visible, unstopped, unarchived) as SQL

/** The same for spaces themselves, and for what is a space's: its collections and seasons, its board. */
export const listedSpace = sql`${spaces.id} not in ${stoppedSpaces}`

/** Why a quest or space is in no list. `of`: what was stopped. `reason`: null while it is only held. */
export type ListingStop = { kind: 'held' | 'delisted'; of: 'space' | 'quest'; reason: Text | null; at: Date }
/** The same as pages say it. */
export type StopView = Omit<ListingStop, 'at'> & { at: string }

export const toStopView = (stop: ListingStop | null): StopView | null => stop && { ...stop, at: stop.at.toISOString() }

/** What stops a quest: its space's stop before its own. Null when it is listed. */
export const stopOfQuest = (connection: Connection, { id, familyId, spaceId }: Pick<QuestRow, 'id' | 'familyId' | 'spaceId'>) =>
  readStop(connection, or(and(isNull(listingStops.questId), eq(listingStops.spaceId, spaceId)), eq(listingStops.questId, familyId ?? id)))

export const stopOfSpace = (connection: Connection, spaceId: string) =>
  readStop(connection, and(isNull(listingStops.questId), eq(listingStops.spaceId, spaceId)))

async function readStop(connection: Connection, of: SQL | undefined): Promise<ListingStop | null> {
  const [row] = await connection
    .select({ kind: listingStops.kind, questId: listingStops.questId, reason: listingStops.reason, at: listingStops.at })
    .from(listingStops)
    .where(and(of, isNull(listingStops.liftedAt)))
    .orderBy(sql`${listingStops.questId} nulls first`, desc(listingStops.at))
    .limit(1)
  return row ? { kind: row.kind, of: row.questId === null ? 'space' : 'quest', reason: row.reason, at: row.at } : null
}
