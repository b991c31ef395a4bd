import type { Database } from '#drizzle/client.ts'
import type { GuardedFetch } from '#server/shared/outbound/guardedFetchClient.ts'
import { createAccessStore } from '#server/spaces/accessStore.ts'
import { enterSpace } from '#server/spaces/enterSpace.ts'
import { composeAudit } from './studio/audit.ts'
import { composeStudioRules } from './studio/rules.ts'
import { composeSettings } from './studio/settings.ts'
import { composeStudioSpaces } from './studio/spaces.ts'
import { composeStops } from './studio/stops.ts'
import { composeTeam } from './studio/team.ts'

/** `fetch`: asks what others chose. `random`: bytes that nobody can foresee. */
export type StudioDeps = { db: Database; fetch: GuardedFetch; random(bytes: number): Uint8Array; now(): number }

/** What projects do in the studio, part by part. */
export function composeStudio(deps: StudioDeps) {
  const access = createAccessStore(deps.db)
  return {
    enter: (input: Parameters<typeof enterSpace>[1]) => enterSpace(access, input),
    spaces: composeStudioSpaces(deps),
    team: composeTeam(deps),
    settings: composeSettings(deps),
    stops: composeStops(deps),
    audit: composeAudit(deps),
    rules: composeStudioRules(),
  }
}
