import { sql } from 'drizzle-orm'
import { listingStops } from '#drizzle/schema/index.ts'

/** Stops are few and found by an index: each of these is looked up once for a whole list. None of them is null. */
export const stoppedSpaces = sql`(select ${listingStops.spaceId} from ${listingStops} where ${listingStops.questId} is null and ${listingStops.liftedAt} is null)`
export const stoppedQuests = sql`(select ${listingStops.questId} from ${listingStops} where ${listingStops.questId} is not null and ${listingStops.liftedAt} is null)`
