import { sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import type { CredentialState } from '#server/credentials/credentialViews.ts'
import { stateOf } from '#server/credentials/explorerStore.ts'
import { treeIds } from '#server/rollup/state/nodeStore.ts'
import type { Paid } from './participant.ts'

/**
 * A reward that a completion set aside in the slot. `tier`: of a prize, from 0; null for what every completion gets. `amount` in units of the slot's token.
 */
export type Reward = {
  quest: string
  tier: number | null
  account: { id: string; handle: string | null; wallet: string | null }
  /** Wallet that the credential was minted to. */
  mintedTo: string | null
  credential: { index: number | null; state: CredentialState }
  token: number
  amount: bigint
  paid: Paid
  completedAt: Date
}

export type RewardPlace = { at: string; id: string }
export type PayingQuest = { id: string; slug: string; tier: number | null }

export type RewardStore = {
  /** The quest and those that pay its prizes, as far as they pay anything: the quest first, then by tier. */
  paying(questId: string): Promise<PayingQuest[]>
  /** How many rewards these quests gave, `most` where there are more. */
  count(questIds: readonly string[], most: number): Promise<number>
  /** Oldest first. */
  page(quest: PayingQuest, page: { after: RewardPlace | null; limit: number }): Promise<(Reward & { place: RewardPlace })[]>
}

type Row = {
  place: string
  id: string
  created_at: Date | string
  account_id: string
  handle: string | null
  wallet: string | null
  minted_to: string | null
  slot_index: number | null
  status: Parameters<typeof stateOf>[0]['status']
  batch_status: string | null
  fields: Record<string, string> | null
  reward_token: number
  reward_per_mint: string
}

export const createRewardStore = (connection: Connection): RewardStore => ({
  async paying(questId) {
    const { rows } = await connection.execute<PayingQuest>(sql`
      select id, slug, prize_tier as tier from quests
      where (id = ${questId} or prize_of = ${questId}) and reward_per_mint > 0 order by prize_tier nulls first`)
    return rows
  },
  async count(questIds, most) {
    const { rows } = await connection.execute<{ count: number }>(sql`
      select count(*)::integer as count
      from (select 1 from completions where quest_id = any(${sql.param([...questIds])}::uuid[]) limit ${most}) as found`)
    return rows[0]?.count ?? 0
  },
  async page({ id: questId, slug, tier }, { after, limit }) {
    const above = after === null ? sql`true` : sql`(d.created_at, d.id) > (${after.at}::timestamptz, ${after.id}::uuid)`
    const { rows } = await connection.execute<Row>(sql`
      select d.created_at::text as place, d.id, d.created_at, d.account_id, a.handle, w.address as wallet, t.payload ->> 'wallet' as minted_to,
        c.slot_index, t.status, b.status as batch_status, leaf.fields, q.reward_token, q.reward_per_mint
      from completions d
      join quests q on q.id = d.quest_id
      join credentials c on c.completion_id = d.id
      join rollup_txs t on t.id = c.tx_id
      join accounts a on a.id = d.account_id
      left join wallets w on w.account_id = d.account_id and w."primary"
      left join rollup_batches b on b.number = t.batch
      left join lateral (select l.fields from rollup_leaves l
        where l.tree = ${treeIds.credentials} and l.index = c.slot_index order by l.batch desc limit 1) as leaf on true
      where d.quest_id = ${questId} and ${above}
      order by d.created_at, d.id limit ${limit}`)
    return rows.map((row) => toReward(row, { slug, tier }))
  },
})

function toReward(row: Row, { slug, tier }: Pick<PayingQuest, 'slug' | 'tier'>): Reward & { place: RewardPlace } {
  const { id, account_id, handle, wallet, status, batch_status, fields } = row
  return {
    place: { at: row.place, id },
    quest: slug,
    tier,
    account: { id: account_id, handle, wallet },
    mintedTo: row.minted_to,
    credential: { index: row.slot_index, state: stateOf({ status, batchStatus: batch_status }) },
    token: row.reward_token,
    amount: BigInt(row.reward_per_mint),
    paid: paidBy(status, fields),
    completedAt: new Date(row.created_at),
  }
}

/** What the newest leaf says: flags bit 0 is `claimed`; what was claimed stays with its holder when the credential is taken back. */
export function paidBy(minting: Row['status'], fields: Row['fields']): Paid {
  if (minting === 'refused') return 'refused'
  if (fields === null) return 'coming'
  if ((BigInt(fields.flags ?? '0') & 1n) === 1n) return 'claimed'
  return fields.revoked === undefined ? 'reserved' : 'returned'
}
