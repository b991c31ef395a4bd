import { type SQL, sql } from 'drizzle-orm'
import { questDrafts } from '#drizzle/schema/index.ts'
import { founder } from '../recurrence/familyStore.ts'

/** The quest's project put it away: lists leave it out, its page stays for those who earned its CUBE. */
export const isArchived: SQL = sql`exists (select 1 from ${questDrafts} d where d.quest_id = ${founder} and d.archived_at is not null)`
