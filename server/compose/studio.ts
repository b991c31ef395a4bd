import type { Chain } from '#chains/chain.ts'
import type { Database } from '#drizzle/client.ts'
import type { GrumpkinPoint } from '#server/rollup/protocol/schnorr.ts'
import { createAccessStore } from '#server/spaces/accessStore.ts'
import { enterSpace } from '#server/spaces/enterSpace.ts'
import type { EvidenceReader } from '#server/verify/run.ts'
import type { Outbound } from './outbound.ts'
import { composeAudit } from './studio/audit.ts'
import { composeStudioContracts } from './studio/contracts.ts'
import { composeCovers } from './studio/covers.ts'
import { composeFunds } from './studio/funds.ts'
import { composeStudioInsights } from './studio/insights.ts'
import { composeStudioKeys } from './studio/keys.ts'
import { composeStudioLists } from './studio/lists.ts'
import { type AuthoringDeps, composeStudioQuests } from './studio/quests.ts'
import { composeStudioRules } from './studio/rules.ts'
import { composeSettings } from './studio/settings.ts'
import { composeStudioSigners } from './studio/signers.ts'
import { composeStudioSpaces } from './studio/spaces.ts'
import { composeStops } from './studio/stops.ts'
import { composeTeam } from './studio/team.ts'
import { composeStudioWebhooks } from './studio/webhooks.ts'

/** `chains`: those that this deployment reads; `origin`: of the site; `outbound`: asks what others chose. `random`: bytes that nobody can foresee. */
export type StudioDeps = {
  db: Database
  chains: readonly Chain[]
  quests: AuthoringDeps
  origin: string
  outbound: Outbound
  /** The platform's own issuer key, and the DID that signs exported credentials; null where there is none. */
  platform: GrumpkinPoint | null
  did: string | null
  random(bytes: number): Uint8Array
  evidence: EvidenceReader
  now(): number
}

/** What projects do in the studio, part by part. */
export function composeStudio(deps: StudioDeps) {
  const access = createAccessStore(deps.db)
  return {
    enter: (input: Parameters<typeof enterSpace>[1]) => enterSpace(access, input),
    spaces: composeStudioSpaces(deps),
    quests: composeStudioQuests(deps),
    team: composeTeam(deps),
    settings: composeSettings(deps),
    stops: composeStops(deps),
    audit: composeAudit(deps),
    rules: composeStudioRules(),
    contracts: composeStudioContracts(deps),
    lists: composeStudioLists(deps),
    covers: composeCovers(deps),
    webhooks: composeStudioWebhooks(deps),
    signers: composeStudioSigners(deps),
    insights: composeStudioInsights(deps),
    keys: composeStudioKeys(deps),
    funds: composeFunds(deps),
  }
}
