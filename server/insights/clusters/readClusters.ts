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
  /** Accounts of the cluster, how many of them are on the quest, and how many of those completed it; `participants` are the first who are on it. */
  accounts: number
  here: number
  completed: number
  participants: QuestClusterRow['participants']
  /** ISO 8601. */
  foundAt: string
}

/** `completions`: of the quest, by anybody, so that a cluster's share can be said. */
export type QuestClusters = { completions: number; clusters: QuestCluster[] }

/** What is shown at once. */
export const clusterLimits = { clusters: 200, participants: 50 } as const

type Deps = { quests: InsightQuestStore; clusters: QuestClusterStore }

/** Clusters among a quest's participants, as `server/reputation/sybil` last found them. Nothing is changed by looking. Throws `not-found`. */
export async function readClusters({ quests, clusters }: Deps, of: QuestOfSpace): Promise<QuestClusters> {
  const { id } = await questOfSpace(quests, of)
  const [rows, completions] = await Promise.all([clusters.clusters(id, clusterLimits), clusters.completions(id)])
  const shown = rows.map(({ signals, foundAt, ...row }) => ({
    ...row,
    reasons: signals.map(({ code, strength, text }) => ({ code, strength, text })),
    foundAt: foundAt.toISOString(),
  }))
  return { completions, clusters: shown }
}
