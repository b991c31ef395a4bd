import { readDays } from '../days.ts'
import type { InsightQuestStore } from '../insightQuestStore.ts'
import { type QuestOfSpace, questOfSpace } from '../questOfSpace.ts'
import { type Funnel, type FunnelSplit, groupsOf, stagesOf } from './funnel.ts'
import type { FunnelStore } from './funnelStore.ts'

export type FunnelDeps = { quests: InsightQuestStore; funnels: FunnelStore; now(): number }
export type FunnelQuestion = QuestOfSpace & { from?: string | undefined; to?: string | undefined; by?: FunnelSplit | undefined }

/** How far those came who came on these days (the last thirty, when nothing is said). Throws `not-found`, `input.invalid`. */
export async function readFunnel({ quests, funnels, now }: FunnelDeps, { from, to, by, ...of }: FunnelQuestion): Promise<Funnel> {
  const days = readDays({ from, to }, now())
  const { id: questId, definition } = await questOfSpace(quests, of)
  const asked = { ...days, questId, by: by ?? null }
  const [views, people] = await Promise.all([
    funnels.views(asked),
    funnels.people({ ...asked, steps: definition.steps.map(({ id }) => id) }),
  ])
  return {
    ...days,
    order: definition.order,
    steps: definition.steps.map(({ id, title }) => ({ id, title })),
    stages: stagesOf(definition, { views: views.total, people: people.total }),
    by: by ?? null,
    ...(by === undefined ? { groups: [], rest: null } : groupsOf(definition, by, { views, people })),
  }
}
