import { and, countDistinct, desc, eq, inArray, isNotNull, isNull, like, ne, type SQL, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import {
  accounts,
  credentials,
  inboxItems,
  quests,
  questVersions,
  rollupBatches,
  rollupTxs,
  spaces,
  wallets,
  withdrawals,
} from '#drizzle/schema/index.ts'
import { lettersOf, questTitles, spaceNames, wordsOf } from '#drizzle/schema/searchText.ts'
import type { WalletId } from '#server/auth/walletId.ts'
import { listed } from '#server/quests/listedStore.ts'
import { currentAt } from '#server/quests/recurrence/familyStore.ts'
import type { Text } from '#server/verify/verdict.ts'
import { shownTo } from '../shownStore.ts'
import type { SearchHit, TxRole } from './searchViews.ts'

type Named = { words: readonly string[]; runs: readonly string[] }
type Hit<K extends SearchHit['kind']> = Extract<SearchHit, { kind: K }>

/** What the search looks things up by. Every question goes by an index and answers so many rows at most; nothing here writes. */
export type SearchStore = {
  quests(name: Named, limit: number): Promise<Hit<'quest'>[]>
  /** Spaces with a listed quest. */
  spaces(name: Named, limit: number): Promise<Hit<'space'>[]>
  membersByHandle(prefix: string, limit: number): Promise<Hit<'member'>[]>
  memberByWallet(wallet: WalletId): Promise<Hit<'member'>[]>
  batches(by: { number: number } | { root: bigint }): Promise<Hit<'batch'>[]>
  transactions(hash: string): Promise<Hit<'tx'>[]>
}

export function createSearchStore(connection: Connection): SearchStore {
  return {
    quests: (name, limit) => findQuests(connection, name, limit),
    spaces: (name, limit) => findSpaces(connection, name, limit),
    // A handle has no letter that means something in a pattern.
    membersByHandle: (prefix, limit) => findMembers(connection, like(accounts.handle, `${prefix}%`), limit),
    memberByWallet: (wallet) =>
      findMembers(
        connection,
        inArray(accounts.id, connection.select({ id: wallets.accountId }).from(wallets).where(eq(wallets.address, wallet))),
        1,
      ),
    async batches(by) {
      const rows = await connection
        .select({ number: rollupBatches.number, status: rollupBatches.status, credentials: rollupBatches.credentials })
        .from(rollupBatches)
        .where('number' in by ? eq(rollupBatches.number, by.number) : eq(rollupBatches.newRoot, by.root))
        .limit(1)
      return rows.flatMap(({ status, ...row }) => (status === 'pruned' ? [] : [{ kind: 'batch' as const, status, ...row }]))
    },
    transactions: (hash) => findTransactions(connection, hash),
  }
}

/** Every word begins a word of the text, every run of letters stands in it. The letters alone choose the rows; where they stand is looked at then. */
function named(text: SQL, { words, runs }: Named): SQL | undefined {
  const letters = [...new Set(runs.flatMap((run) => [...run]))]
  return and(
    words.length > 0 ? sql`${wordsOf(text)} @@ to_tsquery('simple', ${words.map((word) => `${word}:*`).join(' & ')})` : undefined,
    letters.length > 0 ? sql`${lettersOf(text)} @> ${sql.param(letters)}::text[]` : undefined,
    ...runs.map((run) => sql`position(${run} in lower(${text})) > 0`),
  )
}

const isPublished = and(eq(quests.publishedVersion, questVersions.version), listed, isNull(quests.prizeOf))

async function findQuests(connection: Connection, name: Named, limit: number): Promise<Hit<'quest'>[]> {
  const ended = sql<boolean>`(${quests.status} = 'ended' or ${quests.closesAt} < now())`
  const rows = await connection
    .select({
      slug: quests.slug,
      title: sql<Text>`${questVersions.definition} -> 'title'`,
      category: sql<string>`${questVersions.definition} ->> 'category'`,
      space: spaces.name,
      ended,
    })
    .from(questVersions)
    .innerJoin(quests, and(eq(quests.id, questVersions.questId), isPublished))
    .innerJoin(spaces, eq(spaces.id, quests.spaceId))
    .where(and(named(questTitles(questVersions), name), currentAt(sql`now()`)))
    .orderBy(ended, desc(quests.completed), quests.slug)
    .limit(limit)
  return rows.map((row) => ({ kind: 'quest', ...row }))
}

async function findSpaces(connection: Connection, name: Named, limit: number): Promise<Hit<'space'>[]> {
  // A recurring quest is one, however often it came.
  const ofSpace = countDistinct(sql`coalesce(${quests.familyId}, ${quests.id})`)
  const rows = await connection
    .select({ slug: spaces.slug, name: spaces.name, quests: ofSpace })
    .from(spaces)
    .innerJoin(quests, and(eq(quests.spaceId, spaces.id), listed, isNull(quests.prizeOf)))
    .where(named(spaceNames(spaces), name))
    .groupBy(spaces.id)
    .orderBy(desc(ofSpace), spaces.slug)
    .limit(limit)
  return rows.map((row) => ({ kind: 'space', ...row }))
}

async function findMembers(connection: Connection, who: SQL | undefined, limit: number): Promise<Hit<'member'>[]> {
  const shown = and(eq(credentials.accountId, accounts.id), isNotNull(credentials.slotIndex), shownTo(null))
  const cubes = sql<number>`(select count(*) from ${credentials} where ${shown})`
  const rows = await connection
    .select({ handle: accounts.handle, wallet: wallets.address, cubes: cubes.mapWith(Number) })
    .from(accounts)
    .innerJoin(wallets, and(eq(wallets.accountId, accounts.id), eq(wallets.primary, true)))
    .where(who)
    // The handle itself before those that only begin like it.
    .orderBy(sql`length(${accounts.handle})`, accounts.handle)
    .limit(limit)
  return rows.map((row) => ({ kind: 'member', ...row }))
}

/** Each question goes by an index of its own; a batch that proposed and proved at once is found by both and said once. */
async function findTransactions(connection: Connection, hash: string): Promise<Hit<'tx'>[]> {
  const [slot, proposed, voted, inbox, paid] = await Promise.all([
    connection
      .select({ batch: rollupTxs.batch })
      .from(rollupTxs)
      // Only a ledger tx has a hash as its key.
      .where(and(eq(rollupTxs.key, hash), ne(rollupTxs.status, 'refused'))),
    connection.select({ batch: rollupBatches.number }).from(rollupBatches).where(eq(rollupBatches.proposeTx, hash)).limit(1),
    connection.select({ batch: rollupBatches.number }).from(rollupBatches).where(eq(rollupBatches.voteTx, hash)).limit(1),
    connection.select({ batch: inboxItems.batch }).from(inboxItems).where(eq(inboxItems.txHash, hash)).limit(1),
    connection.select({ batch: withdrawals.batch }).from(withdrawals).where(eq(withdrawals.payTx, hash)).limit(1),
  ])
  const found: [TxRole, { batch: number | null }[]][] = [
    ['slot', slot],
    ['propose', proposed],
    ['vote', proposed.length > 0 ? [] : voted],
    ['inbox', inbox],
    ['pay', paid],
  ]
  return found.flatMap(([role, rows]) => rows.map(({ batch }) => ({ kind: 'tx' as const, hash, role, batch })))
}
