import type { ChainHealth } from '#server/quests/chainHealth.ts'
import { questChains } from '#server/quests/discover/listing.ts'
import { explain } from '#server/verify/reason.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { InsightQuestStore } from '../insightQuestStore.ts'
import { type QuestOfSpace, questOfSpace } from '../questOfSpace.ts'
import type { ReasonStore } from './reasonStore.ts'

/** Why members are not through with a step: `code` is what they have in common (server/verify/reason.ts), `example` what the last of them is told. */
export type ReasonView = {
  step: string
  status: 'fail' | 'pending' | 'error'
  code: string | null
  members: number
  example: Text
  /** ISO 8601. */
  judgedAt: string
}

/** Reasons that are told apart: the most frequent ones. */
export const mostReasons = 100

type Deps = { quests: InsightQuestStore; reasons: ReasonStore }

/** Why those who are not through with the quest fail or wait, most frequent first. Throws `not-found`. */
export async function readReasons(
  { quests, reasons }: Deps,
  of: QuestOfSpace,
): Promise<{ steps: { id: string; title: Text }[]; reasons: ReasonView[] }> {
  const { id, definition } = await questOfSpace(quests, of)
  const rows = await reasons.reasons(id, mostReasons)
  return {
    steps: definition.steps.map((step) => ({ id: step.id, title: step.title })),
    reasons: rows.map(({ reason, trace, judgedAt, ...row }) => ({
      ...row,
      code: reason,
      example: explain(trace),
      judgedAt: judgedAt.toISOString(),
    })),
  }
}

/** How the chains that the quest reads are read right now. Throws `not-found`. */
export async function readQuestHealth(
  deps: { quests: InsightQuestStore; health(): Promise<ChainHealth[]> },
  of: QuestOfSpace,
): Promise<ChainHealth[]> {
  const { definition } = await questOfSpace(deps.quests, of)
  const read = new Set(questChains(definition))
  return (await deps.health()).filter(({ chain }) => read.has(chain))
}
