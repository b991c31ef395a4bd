import type { Flag } from '#server/reputation/sybil/clusters.ts'
import type { SignalCode } from '#server/reputation/sybil/facts.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { InsightQuestStore } from '../insightQuestStore.ts'
import { type QuestOfSpace, questOfSpace } from '../questOfSpace.ts'
import type { QuestClusterRow, QuestClusterStore } from './questClusterStore.ts'

/** Accounts that look like one person's, as far as they are on the quest, with every reason in words. What the reasons rest on (`evidence`) stays here. */
export type QuestCluster = {
  id: string
  flag: Flag
  reasons: { code: SignalCode; strength: number; text: Text }[]
  /** Accounts of the cluster, and how many of them are on the quest; `participants` are the first of those. */
  accounts: number
  here: number
  participants: QuestClusterRow['participants']
  /** ISO 8601. */
  foundAt: string
}

/** What is shown at once. */
export const clusterLimits = { clusters: 200, participants: 50 } as const

type Deps = { quests: InsightQuestStore; clusters: QuestClusterStore }

/** Clusters among a quest's participants, as `server/reputation/sybil` last found them. Nothing is changed by looking. Throws `not-found`. */
export async function readClusters({ quests, clusters }: Deps, of: QuestOfSpace): Promise<QuestCluster[]> {
  const { id } = await questOfSpace(quests, of)
  const rows = await clusters.clusters(id, clusterLimits)
  return rows.map(({ signals, foundAt, ...row }) => ({
    ...row,
    reasons: signals.map(({ code, strength, text }) => ({ code, strength, text })),
    foundAt: foundAt.toISOString(),
  }))
}
