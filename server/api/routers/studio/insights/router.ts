import { router } from '#server/api/trpc.ts'
import { clusters } from './clusters.ts'
import { funnel } from './funnel.ts'
import { health } from './health.ts'
import { participants } from './participants.ts'
import { reasons } from './reasons.ts'
import { revocations } from './revocations.ts'
import { revoke } from './revoke.ts'

export const studioInsightsRouter = router({ funnel, reasons, health, participants, clusters, revoke, revocations })
