import { router } from '#server/api/trpc.ts'
import { studioContractsRouter } from './contracts/router.ts'
import { studioInsightsRouter } from './insights/router.ts'
import { studioRulesRouter } from './rules/router.ts'
import { studioSpacesRouter } from './spaces/router.ts'

export const studioRouter = router({
  contracts: studioContractsRouter,
  insights: studioInsightsRouter,
  rules: studioRulesRouter,
  spaces: studioSpacesRouter,
})
