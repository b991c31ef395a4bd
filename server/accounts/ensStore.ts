import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { ensNames, wallets } from '#drizzle/schema/index.ts'

export type EnsStore = {
  /** Names that were true after `since`, by wallet. */
  names(of: readonly string[], since: Date): Promise<Map<string, string>>
  /** EVM wallets whose name was not looked at since then: new ones first, then the oldest look. */
  stale(before: Date, limit: number): Promise<string[]>
  put(row: { wallet: string; name: string | null; checkedAt: Date }): Promise<void>
}

export function createEnsStore(connection: Connection): EnsStore {
  return {
    async names(of, since) {
      if (of.length === 0) return new Map()
      const rows = await connection
        .select({ wallet: ensNames.wallet, name: ensNames.name })
        .from(ensNames)
        .where(and(inArray(ensNames.wallet, [...of]), isNotNull(ensNames.name), gt(ensNames.checkedAt, since)))
      return new Map(rows.flatMap(({ wallet, name }) => (name === null ? [] : [[wallet, name] as const])))
    },
    async stale(before, limit) {
      const rows = await connection
        .select({ wallet: wallets.address })
        .from(wallets)
        .leftJoin(ensNames, eq(ensNames.wallet, wallets.address))
        .where(and(eq(wallets.namespace, 'eip155'), or(isNull(ensNames.wallet), lt(ensNames.checkedAt, before))))
        .orderBy(sql`${ensNames.checkedAt} asc nulls first`, asc(wallets.linkedAt))
        .limit(limit)
      return rows.map(({ wallet }) => wallet)
    },
    async put({ wallet, ...seen }) {
      await connection
        .insert(ensNames)
        .values({ wallet, ...seen })
        .onConflictDoUpdate({ target: ensNames.wallet, set: seen })
    },
  }
}
