import { and, count, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { credentials, quests, questVersions } from '#drizzle/schema/index.ts'
import { shownTo } from '#server/credentials/shownStore.ts'
import type { Definition } from '#server/quests/definition.ts'
import { chainsOf } from '#server/verify/rule.ts'

/** How many of an account's sealed credentials are of quests that read a chain (CAIP-2); one that reads two counts for both. */
export type ChainCount = { chain: string; credentials: number }

export type QuestChains = { ofAccount(accountId: string, viewerId: string | null): Promise<ChainCount[]> }

/** Definitions that are read at once, and quests whose chains are remembered. */
const chunk = 200
const mostKnown = 20_000

/** Chains of quests, remembered: a published version never changes, and its definition is large. */
export function createQuestChains(connection: Connection): QuestChains {
  const known = new Map<string, readonly string[]>()

  async function learn(ids: readonly string[]) {
    const rows = await connection
      .select({ id: quests.id, version: questVersions.version, definition: questVersions.definition })
      .from(quests)
      .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, quests.publishedVersion)))
      .where(inArray(quests.id, [...ids]))
    for (const { id, version, definition } of rows) {
      // Written by `createQuest` only, from a parsed definition.
      const { steps } = definition as Definition
      known.set(keyOf(id, version), [...new Set(steps.flatMap(({ rule }) => chainsOf(rule)))])
    }
  }

  return {
    async ofAccount(accountId, viewerId) {
      const held = await connection
        .select({ id: quests.id, version: quests.publishedVersion, credentials: count() })
        .from(credentials)
        .innerJoin(quests, eq(quests.id, credentials.questId))
        .where(and(eq(credentials.accountId, accountId), isNotNull(credentials.slotIndex), shownTo(viewerId)))
        .groupBy(quests.id)
      if (known.size > mostKnown) known.clear()
      const missing = held.filter(({ id, version }) => !known.has(keyOf(id, version))).map(({ id }) => id)
      for (let at = 0; at < missing.length; at += chunk) await learn(missing.slice(at, at + chunk))
      const counts = new Map<string, number>()
      for (const { id, version, credentials } of held) {
        for (const chain of known.get(keyOf(id, version)) ?? []) counts.set(chain, (counts.get(chain) ?? 0) + credentials)
      }
      return [...counts]
        .map(([chain, credentials]) => ({ chain, credentials }))
        .sort((a, b) => b.credentials - a.credentials || (a.chain < b.chain ? -1 : 1))
    },
  }
}

const keyOf = (id: string, version: number | null) => `${id}:${version}`
