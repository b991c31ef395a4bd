import { router } from '#server/api/trpc.ts'
import { studioInsightsRouter } from './insights/router.ts'
import { studioRulesRouter } from './rules/router.ts'
import { studioSpacesRouter } from './spaces/router.ts'
import { studioWebhooksRouter } from './webhooks/router.ts'

export const studioRouter = router({
  insights: studioInsightsRouter,
  rules: studioRulesRouter,
  spaces: studioSpacesRouter,
  webhooks: studioWebhooksRouter,
})
