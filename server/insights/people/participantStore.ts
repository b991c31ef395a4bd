import { type SQL, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { stateOf } from '#server/credentials/explorerStore.ts'
import type { Flag } from '#server/reputation/sybil/clusters.ts'
import { treeIds } from '#server/rollup/state/nodeStore.ts'
import type { Participant, ParticipantFilter, ParticipantPlace, ParticipantState } from './participant.ts'
import { paidBy } from './rewardStore.ts'

type Page = { after: ParticipantPlace | null; limit: number }
export type PlacedParticipant = Participant & { place: ParticipantPlace }

export type ParticipantStore = {
  /** Newest start first. */
  page(questId: string, filter: ParticipantFilter, page: Page): Promise<PlacedParticipant[]>
  /** How many there are, `most` where there are more. */
  count(questId: string, filter: ParticipantFilter, most: number): Promise<number>
}

type Row = {
  id: string
  place: string
  account_id: string
  handle: string | null
  wallet: string | null
  version: number
  started_at: Date | string
  completed_at: Date | string | null
  passed: string[]
  verdicts: Participant['verdicts'] | null
  credential: string | null
  slot_index: number | null
  serial: number | null
  status: Parameters<typeof stateOf>[0]['status'] | null
  batch_status: string | null
  revoked: boolean
  asked: boolean
  fields: Record<string, string> | null
  reward_token: number
  reward_per_mint: string
  referrer: string | null
  ref: string | null
  flag: Flag | null
}

/** A revoked leaf stays revoked, so any version of it tells. */
const isRevoked = sql`exists (select 1 from rollup_leaves l where l.tree = ${treeIds.credentials} and l.index = c.slot_index and l.fields ? 'revoked')`
const isFinal = sql`(t.status = 'final' or b.status = 'final')`
const stateIs: Record<ParticipantState, SQL> = {
  open: sql`p.completed_at is null`,
  completed: sql`p.completed_at is not null`,
  final: isFinal,
  revoked: isRevoked,
}

const joined = sql`participations p
  join accounts a on a.id = p.account_id
  left join wallets w on w.account_id = p.account_id and w."primary"
  left join credentials c on c.quest_id = p.quest_id and c.account_id = p.account_id
  left join rollup_txs t on t.id = c.tx_id
  left join rollup_batches b on b.number = t.batch`

export function createParticipantStore(connection: Connection): ParticipantStore {
  return {
    async page(questId, filter, { after, limit }) {
      const below = after === null ? sql`true` : sql`(p.started_at, p.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
      const { rows } = await connection.execute<Row>(sql`
        select p.id, p.started_at::text as place, p.account_id, a.handle, w.address as wallet, p.version, p.started_at, p.completed_at,
          array(select v.step_id from step_verdicts v where v.participation_id = p.id and v.status = 'pass' order by v.step_id) as passed,
          (select jsonb_object_agg(v.step_id, v.status) from step_verdicts v where v.participation_id = p.id) as verdicts,
          c.id as credential, c.slot_index, c.serial, t.status, b.status as batch_status,
          ${isRevoked} as revoked, exists (select 1 from revocations r where r.credential_id = c.id) as asked,
          leaf.fields, q.reward_token, q.reward_per_mint, o.referrer, o.ref, k.flag
        from ${joined}
        join quests q on q.id = p.quest_id
        left join lateral (select l.fields from rollup_leaves l
          where l.tree = ${treeIds.credentials} and l.index = c.slot_index order by l.batch desc limit 1) as leaf on true
        left join quest_arrivals o on o.quest_id = p.quest_id and o.account_id = p.account_id
        left join sybil_members m on m.account_id = p.account_id
        left join sybil_clusters k on k.id = m.cluster
        where ${matching(questId, filter)} and ${below}
        order by p.started_at desc, p.id desc limit ${limit}`)
      return rows.map(toParticipant)
    },
    async count(questId, filter, most) {
      const { rows } = await connection.execute<{ count: number }>(sql`
        select count(*)::integer as count from (select 1 from ${joined} where ${matching(questId, filter)} limit ${most}) as found`)
      return rows[0]?.count ?? 0
    },
  }
}

/** The filter as a condition; every word of it is a parameter. */
function matching(questId: string, { state, step, verdict = 'pass', wallet, day }: ParticipantFilter): SQL {
  const parts = [sql`p.quest_id = ${questId}`]
  if (state !== undefined) parts.push(stateIs[state])
  if (step !== undefined) {
    const judged = sql`select 1 from step_verdicts v where v.participation_id = p.id and v.step_id = ${step}`
    parts.push(verdict === 'none' ? sql`not exists (${judged})` : sql`exists (${judged} and v.status = ${verdict})`)
  }
  // Of the primary wallet only: another one would tell that it is linked.
  if (wallet !== undefined) parts.push(sql`starts_with(w.address, ${walletPrefix(wallet)})`)
  if (day !== undefined)
    parts.push(
      sql`p.started_at >= ${day}::date::timestamp at time zone 'UTC' and p.started_at < (${day}::date + 1)::timestamp at time zone 'UTC'`,
    )
  return sql.join(parts, sql` and `)
}

/** EVM addresses are kept in lower case, those of Solana as they are. */
const walletPrefix = (typed: string) => (/^0x/i.test(typed) ? `eip155:${typed.toLowerCase()}` : `solana:${typed}`)

function toParticipant(row: Row): PlacedParticipant {
  const {
    id,
    account_id,
    handle,
    wallet,
    version,
    passed,
    verdicts,
    credential,
    slot_index: index,
    serial,
    status,
    batch_status,
    revoked,
    asked,
  } = row
  const held = credential !== null && status !== null
  return {
    id,
    place: { at: row.place, id },
    account: { id: account_id, handle, wallet },
    version,
    startedAt: new Date(row.started_at).toISOString(),
    completedAt: row.completed_at === null ? null : new Date(row.completed_at).toISOString(),
    passed,
    verdicts: verdicts ?? {},
    credential: held
      ? {
          ...{ id: credential, index, serial, state: stateOf({ status, batchStatus: batch_status }) },
          revocation: revoked ? 'done' : asked ? 'asked' : null,
        }
      : null,
    reward:
      held && BigInt(row.reward_per_mint) > 0n
        ? { token: row.reward_token, amount: row.reward_per_mint, paid: paidBy(status, row.fields) }
        : null,
    from: { referrer: row.referrer, ref: row.ref },
    cluster: row.flag,
  }
}
