import { router } from '#server/api/trpc.ts'
import { onEvent } from './events/onEvent.ts'

/** What is pushed: served by the gateway only. */
export const gatewayRouter = router({ events: router({ onEvent }) })
