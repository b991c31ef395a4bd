import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { accounts, credentials, quests, revocations, rollupBatches, rollupTxs } from '#drizzle/schema/index.ts'
import { type RevocationReason, revocationNumber } from '#server/credentials/revocation.ts'
import type { TxStatus } from '#server/rollup/sequencer/txStore.ts'
import { treeIds } from '#server/rollup/state/nodeStore.ts'

/** A credential that somebody wants to take back. `revocable`: its quest says so, or has no leaf yet. `revoked`: it is taken back already. */
export type RevocableCredential = {
  id: string
  index: number | null
  quest: string
  minting: TxStatus
  revocable: boolean
  revoked: boolean
}

/** A revocation as it was asked for; `tx`: what became of it in the slot, null while the issuer did not sign. */
export type RevocationRow = {
  id: string
  credential: { id: string; index: number | null; serial: number | null }
  reason: RevocationReason
  words: string
  by: string | null
  tx: { hash: string; status: TxStatus; refusal: string | null; batch: number | null; final: boolean } | null
  createdAt: Date
}

export type NewRevocation = {
  credentialId: string
  spaceId: string
  accountId: string
  reason: RevocationReason
  words: string
  createdAt: Date
}
/** A revoke that the issuer of `quest` (its leaf) may sign: the credential's leaf is final, so it stays this credential's. */
export type DueRevoke = { id: string; credential: number; quest: number; reason: number }
export type RevocationPlace = { at: string; id: string }

export type RevocationStore = {
  /** A credential of a quest of the space. */
  find(spaceId: string, credentialId: string): Promise<RevocableCredential | null>
  /** False when the credential's revocation was asked for before. */
  add(row: NewRevocation): Promise<boolean>
  /** Newest first. */
  list(questId: string, page: { after: RevocationPlace | null; limit: number }): Promise<(RevocationRow & { place: RevocationPlace })[]>
  /** What nobody signed yet, oldest first, quests in turn. */
  due(limit: number): Promise<DueRevoke[]>
  signed(id: string, txKey: string): Promise<void>
  /** Tells the sequencer, once the transaction commits. */
  wake(): Promise<void>
}

export function createRevocationStore(connection: Connection): RevocationStore {
  return {
    find: (spaceId, credentialId) => findCredential(connection, spaceId, credentialId),
    async add(row) {
      const added = await connection.insert(revocations).values(row).onConflictDoNothing({ target: revocations.credentialId }).returning()
      return added.length > 0
    },
    list: (questId, page) => listRevocations(connection, questId, page),
    async due(limit) {
      // Of each quest the first, then of each the second …: an issuer that does not sign holds up no other.
      const { rows } = await connection.execute<{ id: string; credential: number; quest: number; reason: RevocationReason }>(sql`
        select r.id, c.slot_index as credential, q.slot_index as quest, r.reason
        from revocations r
        join credentials c on c.id = r.credential_id
        join quests q on q.id = c.quest_id
        join rollup_txs t on t.id = c.tx_id
        join rollup_batches b on b.number = t.batch
        where r.tx_key is null and b.status = 'final' and c.slot_index is not null and q.slot_index is not null
        order by row_number() over (partition by q.id order by r.created_at, r.id), r.created_at, r.id limit ${limit}`)
      return rows.map(({ reason, ...row }) => ({ ...row, reason: revocationNumber(reason) }))
    },
    async signed(id, txKey) {
      await connection
        .update(revocations)
        .set({ txKey })
        .where(and(eq(revocations.id, id), isNull(revocations.txKey)))
    },
    async wake() {
      await connection.execute(sql`select pg_notify('cairn_txs', 'revoke')`)
    },
  }
}

async function findCredential(connection: Connection, spaceId: string, credentialId: string): Promise<RevocableCredential | null> {
  const revoked = sql<boolean>`exists (
    select 1 from rollup_leaves l where l.tree = ${treeIds.credentials} and l.index = ${credentials.slotIndex} and l.fields ? 'revoked')`
  const revocable = sql<boolean>`coalesce((
    select l.fields ->> 'revocable' <> '0' from rollup_leaves l
    where l.tree = ${treeIds.quests} and l.index = ${quests.slotIndex} order by l.batch desc limit 1), true)`
  const [row] = await connection
    .select({ id: credentials.id, index: credentials.slotIndex, quest: quests.slug, minting: rollupTxs.status, revocable, revoked })
    .from(credentials)
    .innerJoin(quests, eq(quests.id, credentials.questId))
    .innerJoin(rollupTxs, eq(rollupTxs.id, credentials.txId))
    .where(and(eq(credentials.id, credentialId), eq(quests.spaceId, spaceId)))
  return row ?? null
}

async function listRevocations(
  connection: Connection,
  questId: string,
  { after, limit }: { after: RevocationPlace | null; limit: number },
) {
  const rows = await connection
    .select({
      id: revocations.id,
      credential: { id: credentials.id, index: credentials.slotIndex, serial: credentials.serial },
      reason: revocations.reason,
      words: revocations.words,
      by: accounts.handle,
      createdAt: revocations.createdAt,
      at: sql<string>`${revocations.createdAt}::text`,
      hash: rollupTxs.key,
      status: rollupTxs.status,
      refusal: rollupTxs.refusal,
      batch: rollupTxs.batch,
      batchStatus: rollupBatches.status,
    })
    .from(revocations)
    .innerJoin(credentials, eq(credentials.id, revocations.credentialId))
    .innerJoin(accounts, eq(accounts.id, revocations.accountId))
    .leftJoin(rollupTxs, eq(rollupTxs.key, revocations.txKey))
    .leftJoin(rollupBatches, eq(rollupBatches.number, rollupTxs.batch))
    .where(
      and(
        eq(credentials.questId, questId),
        after === null
          ? undefined
          : lt(sql`(${revocations.createdAt}, ${revocations.id})`, sql`(${after.at}::timestamptz, ${after.id}::uuid)`),
      ),
    )
    .orderBy(desc(revocations.createdAt), desc(revocations.id))
    .limit(limit)
  return rows.map(({ at, hash, status, refusal, batch, batchStatus, reason, ...row }) => ({
    ...row,
    // Written by `add` only.
    reason: reason as RevocationReason,
    tx: hash === null || status === null ? null : { hash, status, refusal, batch, final: batchStatus === 'final' },
    place: { at, id: row.id },
  }))
}
