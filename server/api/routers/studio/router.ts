import { router } from '#server/api/trpc.ts'
import { studioRulesRouter } from './rules/router.ts'
import { studioSpacesRouter } from './spaces/router.ts'
import { studioWebhooksRouter } from './webhooks/router.ts'

export const studioRouter = router({ rules: studioRulesRouter, spaces: studioSpacesRouter, webhooks: studioWebhooksRouter })
