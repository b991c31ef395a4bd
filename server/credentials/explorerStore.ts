import { and, count, desc, eq, lt, type SQL, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { accounts, credentials, quests, questVersions, rollupBatches, rollupTxs, spaces, wallets } from '#drizzle/schema/index.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { BatchView, CredentialState, CredentialView, SlotStats } from './credentialViews.ts'
import { readBatch, readBatches } from './explorer/batchesStore.ts'
import type { BatchDetail } from './explorer/batchViews.ts'
import { shownTo } from './shownStore.ts'

/** What the explorer and profiles read; nothing here writes. `viewerId`: who looks, for what holders hide (shownStore.ts). */
export type ExplorerStore = {
  credentialByIndex(index: number, viewerId: string | null): Promise<CredentialView | null>
  credentialById(id: string, viewerId: string | null): Promise<CredentialView | null>
  /** The account's own. */
  credentialOf(accountId: string, questSlug: string): Promise<CredentialView | null>
  /** Newest first: those that are in no batch yet, then by leaf, below `before`. */
  credentialsOfAccount(
    accountId: string,
    page: { before: number | null; limit: number; viewerId: string | null },
  ): Promise<CredentialView[]>
  /** How many the account has, and how many of them its holder hides. */
  countsOfAccount(accountId: string): Promise<{ credentials: number; hidden: number }>
  credentialsOfBatch(batch: number, page: { limit: number; viewerId: string | null }): Promise<CredentialView[]>
  /** Newest first, numbers below `before`. */
  batches(before: number | null, limit: number): Promise<BatchView[]>
  batch(number: number): Promise<BatchDetail | null>
  stats(): Promise<SlotStats>
}

export function createExplorerStore(connection: Connection): ExplorerStore {
  const one = async (where: SQL | undefined, viewerId: string | null) =>
    (await readCredentials(connection, where, { limit: 1, viewerId }))[0] ?? null
  return {
    credentialByIndex: (index, viewerId) => one(eq(credentials.slotIndex, index), viewerId),
    credentialById: (id, viewerId) => one(eq(credentials.id, id), viewerId),
    credentialOf: (accountId, slug) => one(and(eq(credentials.accountId, accountId), eq(quests.slug, slug)), accountId),
    credentialsOfAccount: (accountId, { before, ...page }) => {
      const below = before === null ? undefined : lt(credentials.slotIndex, before)
      return readCredentials(connection, and(eq(credentials.accountId, accountId), below), page)
    },
    async countsOfAccount(accountId) {
      const hidden = sql`count(*) filter (where ${credentials.hidden})`.mapWith(Number)
      const [row] = await connection.select({ credentials: count(), hidden }).from(credentials).where(eq(credentials.accountId, accountId))
      return row ?? { credentials: 0, hidden: 0 }
    },
    credentialsOfBatch: (batch, page) => readCredentials(connection, eq(rollupTxs.batch, batch), page),
    batches: (before, limit) => readBatches(connection, before === null ? undefined : lt(rollupBatches.number, before), limit),
    batch: (number) => readBatch(connection, number),
    stats: () => readStats(connection),
  }
}

async function readCredentials(
  connection: Connection,
  where: SQL | undefined,
  { limit, viewerId }: { limit: number; viewerId: string | null },
): Promise<CredentialView[]> {
  const rows = await connection
    .select({
      credential: credentials,
      slug: quests.slug,
      space: { slug: spaces.slug, name: spaces.name },
      definition: questVersions.definition,
      handle: accounts.handle,
      wallet: wallets.address,
      mintedTo: sql<string>`${rollupTxs.payload} ->> 'wallet'`,
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
    .innerJoin(spaces, eq(spaces.id, quests.spaceId))
    .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, quests.publishedVersion)))
    .innerJoin(accounts, eq(accounts.id, credentials.accountId))
    // One that was moved into another account has no wallets of its own.
    .innerJoin(wallets, and(eq(wallets.accountId, sql`coalesce(${accounts.mergedInto}, ${accounts.id})`), eq(wallets.primary, true)))
    .innerJoin(rollupTxs, eq(rollupTxs.id, credentials.txId))
    .leftJoin(rollupBatches, eq(rollupBatches.number, rollupTxs.batch))
    .where(and(where, shownTo(viewerId)))
    // Leaves are given in the order of time; what has none yet is newest.
    .orderBy(sql`${credentials.slotIndex} desc nulls first`, desc(credentials.createdAt))
    .limit(limit)
  return rows.map((row) => {
    // Stored by the room `quests` from a parsed definition.
    const { title, category, points } = row.definition as { title: Text; category: string; points: number }
    return {
      id: row.credential.id,
      index: row.credential.slotIndex,
      serial: row.credential.serial,
      quest: { slug: row.slug, title, category, points },
      space: row.space,
      holder: { handle: row.handle, wallet: row.wallet, mintedTo: row.mintedTo },
      hidden: row.credential.hidden,
      state: stateOf(row),
      waitsFor: row.status === 'awaiting-issuer' ? 'issuer' : null,
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
export function stateOf(row: { status: (typeof rollupTxs.$inferSelect)['status']; batchStatus: string | null }): CredentialState {
  if (row.batchStatus === 'final') return 'final'
  return row.status === 'awaiting-issuer' ? 'accepted' : row.status
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
