import { readDays } from '../days.ts'
import type { InsightQuestStore } from '../insightQuestStore.ts'
import { type QuestOfSpace, questOfSpace } from '../questOfSpace.ts'
import { type Funnel, type FunnelFilter, type FunnelSplit, groupsOf, stagesOf, unknownTo } from './funnel.ts'
import type { FunnelStore } from './funnelStore.ts'

export type FunnelDeps = { quests: InsightQuestStore; funnels: FunnelStore; now(): number }
export type FunnelQuestion = QuestOfSpace & {
  from?: string | undefined
  to?: string | undefined
  by?: FunnelSplit | undefined
  filter?: FunnelFilter
}

/** How far those came who came on these days (the last thirty, when nothing is said), all of them or those whom the filter leaves. Throws `not-found`, `input.invalid`. */
export async function readFunnel(
  { quests, funnels, now }: FunnelDeps,
  { from, to, by, filter = {}, ...of }: FunnelQuestion,
): Promise<Funnel> {
  const days = readDays({ from, to }, now())
  const { id: questId, definition } = await questOfSpace(quests, of)
  const asked = { ...days, questId, by: by ?? null, filter }
  const unknown = unknownTo(filter)
  const [views, people] = await Promise.all([
    funnels.views(asked),
    funnels.people({ ...asked, steps: definition.steps.map(({ id }) => id) }),
  ])
  return {
    ...days,
    order: definition.order,
    steps: definition.steps.map(({ id, title }) => ({ id, title })),
    stages: stagesOf(definition, { views: views.total, people: people.total }, unknown),
    by: by ?? null,
    ...(by === undefined ? { groups: [], rest: null } : groupsOf(definition, by, { views, people, unknown })),
  }
}
