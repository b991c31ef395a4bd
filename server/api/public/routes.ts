import type { RestRoute } from './route.ts'
import { credentialRoutes } from './routes/credentials.ts'
import { draftRoutes } from './routes/drafts.ts'
import { insightRoutes } from './routes/insights.ts'
import { listRoutes } from './routes/lists.ts'
import { peopleRoutes } from './routes/people.ts'
import { questRoutes } from './routes/quests.ts'
import { slotRoutes } from './routes/slot.ts'
import { webhookRoutes } from './routes/webhooks.ts'

/** The whole REST API: what anybody may read, and what a space's key may do. */
export const restRoutes: readonly RestRoute[] = [
  ...questRoutes,
  ...peopleRoutes,
  ...credentialRoutes,
  ...slotRoutes,
  ...draftRoutes,
  ...insightRoutes,
  ...webhookRoutes,
  ...listRoutes,
]
