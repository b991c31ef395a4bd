import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { completions, credentials, formerWallets, participations, quests, wallets } from '#drizzle/schema/index.ts'
import { address } from './recurrence/familyStore.ts'

export type CompletionStore = {
  find(questId: string, accountId: string): Promise<{ id: string; credentialId: string } | null>
  /** Which of these quests the account has completed; of a recurring one, any period. */
  completed(accountId: string, slugs: readonly string[]): Promise<Set<string>>
  /** False when this account has already completed the quest. */
  add(row: { id: string; questId: string; accountId: string; version: number; evidenceDigest: string; createdAt: Date }): Promise<boolean>
  addCredential(row: {
    id: string
    completionId: string
    questId: string
    accountId: string
    txId: string
    evidenceDigest: string
    createdAt: Date
  }): Promise<void>
  /** Held until the transaction ends, so that the account is not moved into another one meanwhile. */
  primaryWallet(accountId: string): Promise<string | null>
  /**
   * A wallet of the participant by which another account has completed this quest: one that the account has, or had after it began the quest, and that
   * belonged to the other after that one began it. Null when there is none. The quest must be held.
   */
  countedElsewhere(participation: { questId: string; accountId: string; startedAt: Date }): Promise<string | null>
}

export function createCompletionStore(connection: Connection): CompletionStore {
  return {
    async find(questId, accountId) {
      const [row] = await connection
        .select({ id: completions.id, credentialId: credentials.id })
        .from(completions)
        .innerJoin(credentials, eq(credentials.completionId, completions.id))
        .where(and(eq(completions.questId, questId), eq(completions.accountId, accountId)))
      return row ?? null
    },
    async completed(accountId, slugs) {
      if (slugs.length === 0) return new Set()
      const rows = await connection
        .select({ slug: address })
        .from(completions)
        .innerJoin(quests, eq(quests.id, completions.questId))
        .where(and(eq(completions.accountId, accountId), inArray(address, [...slugs])))
      return new Set(rows.map(({ slug }) => slug))
    },
    async add(row) {
      const rows = await connection.insert(completions).values(row).onConflictDoNothing().returning({ id: completions.id })
      return rows.length > 0
    },
    async addCredential(row) {
      await connection.insert(credentials).values(row)
    },
    async primaryWallet(accountId) {
      const [row] = await connection
        .select({ address: wallets.address })
        .from(wallets)
        .where(and(eq(wallets.accountId, accountId), eq(wallets.primary, true)))
        .for('share')
      return row?.address ?? null
    },
    async countedElsewhere({ questId, accountId, startedAt }) {
      const { rows } = await connection.execute<{ wallet: string }>(sql`
        with held as not materialized (
          select address as wallet, account_id, null::timestamptz as left_at from ${wallets}
          union all select wallet, account_id, left_at from ${formerWallets})
        select mine.wallet from held mine
        join held theirs on theirs.wallet = mine.wallet and theirs.account_id <> mine.account_id
        join ${participations} p on p.account_id = theirs.account_id and p.quest_id = ${questId} and p.completed_at is not null
          and (theirs.left_at is null or p.started_at <= theirs.left_at)
        where mine.account_id = ${accountId} and (mine.left_at is null or mine.left_at >= ${startedAt.toISOString()}::timestamptz)
        limit 1`)
      return rows[0]?.wallet ?? null
    },
  }
}
