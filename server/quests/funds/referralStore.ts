import { and, eq, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { accounts, referralLinks, referralPayments } from '#drizzle/schema/index.ts'
import type { FeeSplit } from '../definition.ts'

export type LinkRow = typeof referralLinks.$inferSelect
export type ReferralRole = LinkRow['role']
/** How many members a link brought to one quest, and how many of them hold its credential. */
export type Brought = { code: string; quest: string; fee: bigint; split: FeeSplit | null; began: number; earned: number }
export type Earner = Pick<LinkRow, 'code' | 'accountId' | 'role'> & {
  handle: string | null
  wallet: string
  slotAccount: number | null
  paid: bigint
}

export type ReferralStore = ReturnType<typeof createReferralStore>

const mostLinks = 500

export function createReferralStore(connection: Connection) {
  return {
    async find(code: string): Promise<LinkRow | null> {
      const [row] = await connection.select().from(referralLinks).where(eq(referralLinks.code, code))
      return row ?? null
    },
    /** The member's link of a role in a space, made with this code when there is none. */
    async take(row: Pick<LinkRow, 'code' | 'spaceId' | 'accountId' | 'role'>): Promise<LinkRow> {
      const target = [referralLinks.spaceId, referralLinks.accountId, referralLinks.role]
      const [made] = await connection
        .insert(referralLinks)
        .values(row)
        // Nothing changes; the row that is there is answered.
        .onConflictDoUpdate({ target, set: { role: row.role } })
        .returning()
      if (!made) throw new Error('a link that was just there is gone')
      return made
    },
    async count(spaceId: string, role: ReferralRole): Promise<number> {
      const [row] = await connection
        .select({ count: sql<number>`count(*)`.mapWith(Number) })
        .from(referralLinks)
        .where(and(eq(referralLinks.spaceId, spaceId), eq(referralLinks.role, role)))
      return row?.count ?? 0
    },
    /** Who has links in a space, with what was paid to them by transfers that the slot did not refuse. */
    async earners(spaceId: string): Promise<Earner[]> {
      const { rows } = await connection.execute<Omit<Earner, 'paid'> & { paid: string }>(sql`
        select l.code, l.account_id as "accountId", l.role, a.handle, w.address as wallet,
          (select r.account from rollup_wallets r join rollup_batches b on b.number = r.batch
            where r.wallet = w.address and b.status = 'final') as "slotAccount",
          (select coalesce(sum(p.amount), 0) from ${referralPayments} p left join rollup_txs t on t.key = p.tx
            where p.space_id = l.space_id and p.account_id = l.account_id and coalesce(t.status, 'refused') <> 'refused') as paid
        from ${referralLinks} l join ${accounts} a on a.id = l.account_id join wallets w on w.account_id = a.id and w."primary"
        where l.space_id = ${spaceId} order by l.created_at limit ${mostLinks}`)
      return rows.map((row) => ({ ...row, paid: BigInt(row.paid) }))
    },
    /** What the links of a space brought, quest by quest. Credentials that were refused or taken back bring nothing. */
    async brought(spaceId: string): Promise<Brought[]> {
      const { rows } = await connection.execute<Omit<Brought, 'fee'> & { fee: string }>(sql`
        select p.referral as code, q.slug as quest, q.fee_per_mint as fee, v.definition -> 'split' as split, count(*)::int as began,
          count(c.slot_index) filter (where x.id is null)::int as earned
        from participations p join quests q on q.id = p.quest_id
          join quest_versions v on v.quest_id = q.id and v.version = q.published_version
          left join credentials c on c.quest_id = q.id and c.account_id = p.account_id
          left join revocations x on x.credential_id = c.id
        where q.space_id = ${spaceId} and p.referral is not null
        group by p.referral, q.id, v.definition -> 'split' order by q.created_at desc`)
      return rows.map((row) => ({ ...row, fee: BigInt(row.fee) }))
    },
    async pay(row: Omit<typeof referralPayments.$inferInsert, 'id'>): Promise<void> {
      await connection.insert(referralPayments).values(row)
    },
  }
}

/** Links and payments of an account become another's; of two links of one role in a space both go on counting for it: the older one stays, participations follow. */
export async function moveReferrals(connection: Connection, from: string, into: string): Promise<void> {
  await connection.execute(sql`update space_vaults set account_id = ${into} where account_id = ${from}`)
  await connection.execute(sql`update ${referralPayments} set account_id = ${into} where account_id = ${from}`)
  await connection.execute(sql`
    update participations p set referral = kept.code from ${referralLinks} gone join ${referralLinks} kept
      on kept.space_id = gone.space_id and kept.role = gone.role and kept.account_id = ${into}
    where gone.account_id = ${from} and p.referral = gone.code`)
  await connection.execute(sql`
    delete from ${referralLinks} gone using ${referralLinks} kept
    where gone.account_id = ${from} and kept.account_id = ${into} and kept.space_id = gone.space_id and kept.role = gone.role`)
  await connection.execute(sql`update ${referralLinks} set account_id = ${into} where account_id = ${from}`)
}
