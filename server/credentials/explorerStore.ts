import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import {
  accounts,
  credentials,
  proofJobs,
  quests,
  questVersions,
  rollupBatches,
  rollupTxs,
  wallets,
  watcherBatches,
} from '#drizzle/schema/index.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { BatchView, CredentialState, CredentialView, SlotStats } from './credentialViews.ts'

/** What the explorer and profiles read; nothing here writes. */
export type ExplorerStore = {
  credentialByIndex(index: number): Promise<CredentialView | null>
  credentialById(id: string): Promise<CredentialView | null>
  credentialOf(accountId: string, questSlug: string): Promise<CredentialView | null>
  credentialsOfAccount(accountId: string, limit: number): Promise<CredentialView[]>
  credentialsOfBatch(batch: number): Promise<CredentialView[]>
  /** Newest first, numbers below `before`. */
  batches(before: number | null, limit: number): Promise<BatchView[]>
  batch(number: number): Promise<(BatchView & { requestIds: string[] }) | null>
  stats(): Promise<SlotStats>
}

export function createExplorerStore(connection: Connection): ExplorerStore {
  const one = async (where: SQL | undefined) => (await readCredentials(connection, where, 1))[0] ?? null
  return {
    credentialByIndex: (index) => one(eq(credentials.slotIndex, index)),
    credentialById: (id) => one(eq(credentials.id, id)),
    credentialOf: (accountId, slug) => one(and(eq(credentials.accountId, accountId), eq(quests.slug, slug))),
    credentialsOfAccount: (accountId, limit) => readCredentials(connection, eq(credentials.accountId, accountId), limit),
    credentialsOfBatch: (batch) => readCredentials(connection, eq(rollupTxs.batch, batch), 2000),
    batches: async (before, limit) => {
      const rows = await readBatches(connection, before === null ? undefined : lt(rollupBatches.number, before), limit)
      return rows.map(({ requestIds: _, ...view }) => view)
    },
    batch: async (number) => (await readBatches(connection, eq(rollupBatches.number, number), 1))[0] ?? null,
    stats: () => readStats(connection),
  }
}

async function readCredentials(connection: Connection, where: SQL | undefined, limit: number): Promise<CredentialView[]> {
  const rows = await connection
    .select({
      credential: credentials,
      slug: quests.slug,
      definition: questVersions.definition,
      handle: accounts.handle,
      wallet: wallets.address,
      status: rollupTxs.status,
      batchNumber: rollupTxs.batch,
      acceptedAt: rollupTxs.createdAt,
      sealedAt: rollupBatches.sealedAt,
      proposedAt: rollupBatches.proposedAt,
      provenAt: rollupBatches.provenAt,
      finalAt: rollupBatches.finalAt,
      batchStatus: rollupBatches.status,
    })
    .from(credentials)
    .innerJoin(quests, eq(quests.id, credentials.questId))
    .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, quests.publishedVersion)))
    .innerJoin(accounts, eq(accounts.id, credentials.accountId))
    .innerJoin(wallets, and(eq(wallets.accountId, accounts.id), eq(wallets.primary, true)))
    .innerJoin(rollupTxs, eq(rollupTxs.id, credentials.txId))
    .leftJoin(rollupBatches, eq(rollupBatches.number, rollupTxs.batch))
    .where(where)
    .orderBy(desc(credentials.createdAt))
    .limit(limit)
  return rows.map((row) => {
    // Stored by the room `quests` from a parsed definition.
    const { title, category, points } = row.definition as { title: Text; category: string; points: number }
    return {
      id: row.credential.id,
      index: row.credential.slotIndex,
      serial: row.credential.serial,
      quest: { slug: row.slug, title, category, points },
      holder: { handle: row.handle, wallet: row.wallet },
      state: stateOf(row),
      batch: row.batchNumber,
      issuedAt: iso(row.credential.issuedAt),
      createdAt: row.credential.createdAt.toISOString(),
      times: {
        acceptedAt: row.acceptedAt.toISOString(),
        sealedAt: iso(row.sealedAt),
        proposedAt: iso(row.proposedAt),
        provenAt: iso(row.provenAt),
        finalAt: iso(row.finalAt),
      },
    }
  })
}

/** A batch that is final makes all in it final, whichever of its rows was written first. */
function stateOf(row: { status: (typeof rollupTxs.$inferSelect)['status']; batchStatus: string | null }): CredentialState {
  if (row.batchStatus === 'final') return 'final'
  return row.status === 'awaiting-issuer' ? 'accepted' : row.status
}

async function readBatches(
  connection: Connection,
  where: SQL | undefined,
  limit: number,
): Promise<(BatchView & { requestIds: string[] })[]> {
  const rows = await connection
    .select({ batch: rollupBatches, proofMs: proofJobs.proofMs, agrees: watcherBatches.agrees })
    .from(rollupBatches)
    .leftJoin(proofJobs, eq(proofJobs.batch, rollupBatches.number))
    .leftJoin(watcherBatches, eq(watcherBatches.batch, rollupBatches.number))
    .where(where)
    .orderBy(desc(rollupBatches.number))
    .limit(limit)
  return rows.map(({ batch, proofMs, agrees }) => ({
    number: batch.number,
    circuit: batch.circuit,
    status: batch.status,
    credentials: batch.credentials,
    accounts: batch.accounts,
    oldRoot: toHex32(batch.oldRoot),
    newRoot: toHex32(batch.newRoot),
    timestamp: batch.timestamp,
    sealedAt: batch.sealedAt.toISOString(),
    proposedAt: iso(batch.proposedAt),
    provenAt: iso(batch.provenAt),
    finalAt: iso(batch.finalAt),
    proposeTx: batch.proposeTx,
    voteTx: batch.voteTx,
    proposeGas: batch.proposeGas,
    verifyGas: batch.verifyGas,
    proofMs,
    watcher: agrees === null ? 'not-yet' : agrees === 1 ? 'agrees' : 'disagrees',
    requestIds: batch.requestIds,
  }))
}

async function readStats(connection: Connection): Promise<SlotStats> {
  const [row] = await connection
    .select({
      batches: sql`count(*)`.mapWith(Number),
      finalBatches: sql`count(*) filter (where ${rollupBatches.status} = 'final')`.mapWith(Number),
      credentials: sql`coalesce(sum(${rollupBatches.credentials}), 0)`.mapWith(Number),
      accounts: sql`coalesce(sum(${rollupBatches.accounts}), 0)`.mapWith(Number),
      lastFinalAt: sql<Date | null>`max(${rollupBatches.finalAt})`.mapWith((value: string | Date | null) =>
        value === null ? null : new Date(value),
      ),
    })
    .from(rollupBatches)
    .where(sql`${rollupBatches.status} <> 'pruned'`)
  return {
    credentials: row?.credentials ?? 0,
    accounts: row?.accounts ?? 0,
    batches: row?.batches ?? 0,
    finalBatches: row?.finalBatches ?? 0,
    lastFinalAt: iso(row?.lastFinalAt ?? null),
  }
}

const iso = (date: Date | null) => date?.toISOString() ?? null
