import type { Chain } from '#chains/chain.ts'
import type { Database } from '#drizzle/client.ts'
import { createAccessStore } from '#server/spaces/accessStore.ts'
import { enterSpace } from '#server/spaces/enterSpace.ts'
import { composeStudioInsights } from './studio/insights.ts'
import { type AuthoringDeps, composeStudioQuests } from './studio/quests.ts'
import { composeStudioRules } from './studio/rules.ts'
import { composeStudioSpaces } from './studio/spaces.ts'

/** `chains`: those that this deployment reads; `origin`: of the site. */
export type StudioDeps = { db: Database; chains: readonly Chain[]; quests: AuthoringDeps; origin: string; now(): number }

/** What projects do in the studio, part by part. */
export function composeStudio(deps: StudioDeps) {
  const access = createAccessStore(deps.db)
  return {
    enter: (input: Parameters<typeof enterSpace>[1]) => enterSpace(access, input),
    spaces: composeStudioSpaces(deps),
    quests: composeStudioQuests(deps),
    rules: composeStudioRules(),
    insights: composeStudioInsights(deps),
  }
}
