import { sql } from 'drizzle-orm'
import { credentials, platformCases, quests, rollupTxs } from '#drizzle/schema/index.ts'

/** A report that was upheld counts for half a year. */
export const reportCounts = sql`${platformCases.kind} = 'report' and ${platformCases.outcome} = 'upheld' and ${platformCases.resolvedAt} > now() - interval '180 days'`

/**
 * Whether a quest is of a space whose mark is low (`quality.ts`): the slot refused a reward that one of its quests had promised, or a report against it was
 * upheld. Both are few and found by an index, so they are looked up once for a whole list.
 */
export const inLowSpace = sql<boolean>`(${quests.spaceId} in (
  select paying.space_id from ${rollupTxs} join ${credentials} on ${credentials.txId} = ${rollupTxs.id}
  join ${quests} paying on paying.id = ${credentials.questId} where ${rollupTxs.status} = 'refused' and paying.reward_per_mint > 0)
  or ${quests.spaceId} in (select ${platformCases.spaceId} from ${platformCases} where ${reportCounts}))`
