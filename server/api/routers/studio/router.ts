import { router } from '#server/api/trpc.ts'
import { studioSpacesRouter } from './spaces/router.ts'
import { studioWebhooksRouter } from './webhooks/router.ts'

export const studioRouter = router({ spaces: studioSpacesRouter, webhooks: studioWebhooksRouter })
