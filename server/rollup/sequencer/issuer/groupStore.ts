import { and, asc, eq, inArray, lt, lte, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { issuerGroups, rollupTxs } from '#drizzle/schema/index.ts'
import type { SchnorrSignature } from '#server/rollup/protocol/schnorr.ts'
import type { MintPayload } from '../ports.ts'

export type GroupRow = typeof issuerGroups.$inferSelect
export type NewGroup = Omit<typeof issuerGroups.$inferInsert, 'id' | 'status' | 's' | 'e' | 'attempts' | 'lastError' | 'signedAt'>
export type AwaitingMint = { id: string; payload: MintPayload; requestId: string | null; createdAt: Date }
/** A group as its issuer signed it, with its mints as they wait. */
export type ReadyGroup = GroupRow & { signature: SchnorrSignature; mints: AwaitingMint[] }

/** These mints wait for an issuer that is asked apart: no batch looks at them until it has signed. */
export async function awaitIssuer(connection: Connection, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await connection
    .update(rollupTxs)
    .set({ status: 'awaiting-issuer' })
    .where(and(inArray(rollupTxs.id, [...ids]), eq(rollupTxs.status, 'accepted')))
}

/** Gives mints back to the batches: their quest's key is the platform's again, or a wallet of theirs has no slot account. */
export async function freeMints(connection: Connection, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await connection
    .update(rollupTxs)
    .set({ status: 'accepted' })
    .where(and(inArray(rollupTxs.id, [...ids]), eq(rollupTxs.status, 'awaiting-issuer')))
}

/** Leaves of quests with mints that wait for their issuer and no group under way, those that have waited longest first. */
export async function questsToAsk(connection: Connection, limit: number): Promise<number[]> {
  const { rows } = await connection.execute<{ quest: number }>(sql`
    select (t.payload->>'questIndex')::int as quest from ${rollupTxs} t
    where t.status = 'awaiting-issuer' and t.kind = 'mint' and not exists (
      select 1 from ${issuerGroups} g where g.quest = (t.payload->>'questIndex')::int and g.status in ('asking', 'signed'))
    group by 1 order by min(t.created_at) limit ${limit}`)
  return rows.map(({ quest }) => quest)
}

/** Mints of a quest that wait for its issuer, oldest first. */
export async function awaitingMints(connection: Connection, quest: number, limit: number): Promise<AwaitingMint[]> {
  const rows = await connection
    .select({ id: rollupTxs.id, payload: rollupTxs.payload, requestId: rollupTxs.requestId, createdAt: rollupTxs.createdAt })
    .from(rollupTxs)
    .where(
      and(eq(rollupTxs.status, 'awaiting-issuer'), eq(rollupTxs.kind, 'mint'), sql`(${rollupTxs.payload}->>'questIndex')::int = ${quest}`),
    )
    .orderBy(asc(rollupTxs.createdAt), asc(rollupTxs.id))
    .limit(limit)
  return rows.map((row) => ({ ...row, payload: row.payload as MintPayload }))
}

/** False when the quest has a group under way already. */
export async function addGroup(connection: Connection, group: NewGroup): Promise<boolean> {
  const added = await connection.insert(issuerGroups).values(group).onConflictDoNothing().returning({ id: issuerGroups.id })
  return added.length > 0
}

export const dueGroups = (connection: Connection, now: Date, limit: number): Promise<GroupRow[]> =>
  connection
    .select()
    .from(issuerGroups)
    .where(and(eq(issuerGroups.status, 'asking'), lte(issuerGroups.nextAt, now)))
    .orderBy(asc(issuerGroups.nextAt))
    .limit(limit)

/** Keeps a signature; false when the group is no longer asked for. The sequencer is told. */
export async function keepSignature(connection: Connection, id: string, { s, e }: SchnorrSignature, at: Date): Promise<boolean> {
  const kept = await connection
    .update(issuerGroups)
    .set({ status: 'signed', s, e, signedAt: at, lastError: null })
    .where(and(eq(issuerGroups.id, id), eq(issuerGroups.status, 'asking')))
    .returning({ id: issuerGroups.id })
  if (kept.length > 0) await connection.execute(sql`select pg_notify('cairn_txs', 'signed')`)
  return kept.length > 0
}

export async function notSigned(connection: Connection, id: string, { code, nextAt }: { code: string; nextAt: Date }): Promise<void> {
  await connection
    .update(issuerGroups)
    .set({ attempts: sql`${issuerGroups.attempts} + 1`, nextAt, lastError: code })
    .where(and(eq(issuerGroups.id, id), eq(issuerGroups.status, 'asking')))
}

export const endGroups = async (connection: Connection, ids: readonly string[], status: 'sealed' | 'dropped'): Promise<void> => {
  if (ids.length > 0)
    await connection
      .update(issuerGroups)
      .set({ status })
      .where(inArray(issuerGroups.id, [...ids]))
}

/** Lets go of open groups that no batch could take any more: those valid until before this (unix seconds). Answers how many. */
export async function dropExpired(connection: Connection, before: number): Promise<number> {
  const dropped = await connection
    .update(issuerGroups)
    .set({ status: 'dropped' })
    .where(and(inArray(issuerGroups.status, ['asking', 'signed']), lt(issuerGroups.validUntil, before)))
    .returning({ id: issuerGroups.id })
  return dropped.length
}

/** Forgets groups that ended before. */
export const sweepGroups = (connection: Connection, before: Date) =>
  connection.delete(issuerGroups).where(and(inArray(issuerGroups.status, ['sealed', 'dropped']), lt(issuerGroups.createdAt, before)))

export async function anySigned(connection: Connection): Promise<boolean> {
  const rows = await connection.select({ id: issuerGroups.id }).from(issuerGroups).where(eq(issuerGroups.status, 'signed')).limit(1)
  return rows.length > 0
}

/** Groups that are signed, oldest first. One whose mints do not all wait any more is let go. */
export async function readyGroups(connection: Connection, limit: number): Promise<ReadyGroup[]> {
  const rows = await connection
    .select()
    .from(issuerGroups)
    .where(eq(issuerGroups.status, 'signed'))
    .orderBy(asc(issuerGroups.createdAt))
    .limit(limit)
  if (rows.length === 0) return []
  const txs = await connection
    .select({ id: rollupTxs.id, payload: rollupTxs.payload, requestId: rollupTxs.requestId, createdAt: rollupTxs.createdAt })
    .from(rollupTxs)
    .where(
      and(
        inArray(
          rollupTxs.id,
          rows.flatMap((row) => row.txs),
        ),
        eq(rollupTxs.status, 'awaiting-issuer'),
      ),
    )
  const waiting = new Map(txs.map((tx) => [tx.id, { ...tx, payload: tx.payload as MintPayload }]))
  const ready: ReadyGroup[] = []
  const broken: string[] = []
  for (const row of rows) {
    const mints = row.txs.flatMap((id) => waiting.get(id) ?? [])
    if (mints.length !== row.txs.length || row.s === null || row.e === null) broken.push(row.id)
    else ready.push({ ...row, signature: { s: row.s, e: row.e }, mints })
  }
  await endGroups(connection, broken, 'dropped')
  return ready
}
