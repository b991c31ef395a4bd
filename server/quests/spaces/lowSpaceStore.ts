import { sql } from 'drizzle-orm'
import { credentials, quests, rollupTxs } from '#drizzle/schema/index.ts'

/**
 * Whether a quest is of a space whose mark is low (`quality.ts`): the slot refused a reward that one of its quests had promised. Refused txs are few and found
 * by their status, so this is looked up once for a whole list.
 */
export const inLowSpace = sql<boolean>`${quests.spaceId} in (
  select paying.space_id from ${rollupTxs} join ${credentials} on ${credentials.txId} = ${rollupTxs.id}
  join ${quests} paying on paying.id = ${credentials.questId} where ${rollupTxs.status} = 'refused' and paying.reward_per_mint > 0)`
