import { and, eq } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { completions, credentials, wallets } from '#drizzle/schema/index.ts'

export type CompletionStore = {
  find(questId: string, accountId: string): Promise<{ id: string; credentialId: string } | null>
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
  primaryWallet(accountId: string): Promise<string | null>
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
      return row?.address ?? null
    },
  }
}
