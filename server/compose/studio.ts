import type { Database } from '#drizzle/client.ts'
import { createAccessStore } from '#server/spaces/accessStore.ts'
import { enterSpace } from '#server/spaces/enterSpace.ts'
import { type AuthoringDeps, composeStudioQuests } from './studio/quests.ts'
import { composeStudioRules } from './studio/rules.ts'
import { composeStudioSpaces } from './studio/spaces.ts'

export type StudioDeps = { db: Database; quests: AuthoringDeps; now(): number }

/** What projects do in the studio, part by part. */
export function composeStudio(deps: StudioDeps) {
  const access = createAccessStore(deps.db)
  return {
    enter: (input: Parameters<typeof enterSpace>[1]) => enterSpace(access, input),
    spaces: composeStudioSpaces(deps),
    quests: composeStudioQuests(deps),
    rules: composeStudioRules(),
  }
}
