import { sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import type { Trace } from '#server/verify/verdict.ts'

/** Members whose verdict on a step has one status for one reason; `trace`: the newest of them. `reason` null: judged before reasons were kept. */
export type ReasonRow = {
  step: string
  status: 'fail' | 'pending' | 'error'
  reason: string | null
  members: number
  judgedAt: Date
  trace: Trace
}

/** Most frequent first, of members who are not through. */
export type ReasonStore = { reasons(questId: string, limit: number): Promise<ReasonRow[]> }

type Row = Omit<ReasonRow, 'judgedAt'> & { judged_at: Date | string }

export const createReasonStore = (connection: Connection): ReasonStore => ({
  async reasons(questId, limit) {
    // Traces are large: the one that is shown is looked up once its group is known.
    const { rows } = await connection.execute<Row>(sql`
      with groups as (
        select v.step_id, v.status, v.reason, count(*)::integer as members, max(v.judged_at) as judged_at,
          (array_agg(v.participation_id order by v.judged_at desc, v.participation_id))[1] as newest
        from participations p join step_verdicts v on v.participation_id = p.id
        where p.quest_id = ${questId} and p.completed_at is null and v.status <> 'pass'
        group by v.step_id, v.status, v.reason
        order by members desc, v.step_id, v.status, v.reason limit ${limit}
      )
      select g.step_id as step, g.status, g.reason, g.members, g.judged_at, v.trace
      from groups g join step_verdicts v on v.participation_id = g.newest and v.step_id = g.step_id
      order by g.members desc, g.step_id, g.status, g.reason`)
    return rows.map(({ judged_at, ...row }) => ({ ...row, judgedAt: new Date(judged_at) }))
  },
})
