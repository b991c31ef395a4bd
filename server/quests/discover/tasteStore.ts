import { count, eq } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { completions, questListings, wallets } from '#drizzle/schema/index.ts'
import type { Taste } from './forYou.ts'

export type TasteStore = {
  /** Without the next quests of paths: those come from the collections. */
  read(accountId: string): Promise<Omit<Taste, 'next'>>
}

export const createTasteStore = (connection: Connection): TasteStore => ({
  async read(accountId) {
    const [done, linked] = await Promise.all([
      connection
        .select({ category: questListings.category, chains: questListings.chains, count: count() })
        .from(completions)
        .innerJoin(questListings, eq(questListings.questId, completions.questId))
        .where(eq(completions.accountId, accountId))
        .groupBy(questListings.category, questListings.chains),
      connection.select({ namespace: wallets.namespace }).from(wallets).where(eq(wallets.accountId, accountId)),
    ])
    const cubes: Taste['cubes'] = {}
    for (const row of done) cubes[row.category] = (cubes[row.category] ?? 0) + row.count
    return {
      cubes,
      chains: new Set(done.flatMap(({ chains }) => chains)),
      namespaces: new Set(linked.map(({ namespace }) => namespace)),
    }
  },
})
