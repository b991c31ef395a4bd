import { sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import type { Flag, Signal } from '#server/reputation/sybil/clusters.ts'

/** A cluster with participants of a quest. `accounts`: how many it has, anywhere. `participants`: those of the quest, first come first, as many as asked for. */
export type QuestClusterRow = {
  id: string
  flag: Flag
  foundAt: Date
  signals: Signal[]
  accounts: number
  here: number
  /** How many of those completed the quest. */
  completed: number
  participants: { account: string; handle: string | null; wallet: string | null; completed: boolean }[]
}

/** Flagged clusters first, then by participants of the quest. */
export type QuestClusterStore = {
  clusters(questId: string, limits: { clusters: number; participants: number }): Promise<QuestClusterRow[]>
  /** How many completed the quest, in clusters or not. */
  completions(questId: string): Promise<number>
}

type Row = Omit<QuestClusterRow, 'foundAt'> & { found_at: Date | string }

export const createQuestClusterStore = (connection: Connection): QuestClusterStore => ({
  async clusters(questId, limits) {
    const { rows } = await connection.execute<Row>(sql`
      with here as (
        select m.cluster, p.account_id, p.completed_at, row_number() over (partition by m.cluster order by p.started_at, p.id) as place
        from participations p join sybil_members m on m.account_id = p.account_id where p.quest_id = ${questId}
      ), found as (
        select k.id, k.flag, k.found_at, k.signals, count(*)::integer as here, count(here.completed_at)::integer as completed
        from here join sybil_clusters k on k.id = here.cluster group by k.id
        order by k.flag = 'flagged' desc, here desc, k.id limit ${limits.clusters}
      )
      select f.*, (select count(*)::integer from sybil_members m where m.cluster = f.id) as accounts,
        (select jsonb_agg(jsonb_build_object(
            'account', h.account_id, 'handle', a.handle, 'wallet', w.address, 'completed', h.completed_at is not null) order by h.place)
          from here h join accounts a on a.id = h.account_id left join wallets w on w.account_id = a.id and w."primary"
          where h.cluster = f.id and h.place <= ${limits.participants}) as participants
      from found f order by f.flag = 'flagged' desc, f.here desc, f.id`)
    // Signals were written by `keepClusters` only.
    return rows.map(({ found_at, ...row }) => ({ ...row, foundAt: new Date(found_at) }))
  },
  async completions(questId) {
    const { rows } = await connection.execute<{ count: number }>(sql`
      select count(*)::integer as count from participations where quest_id = ${questId} and completed_at is not null`)
    return rows[0]?.count ?? 0
  },
})
