import { router } from '#server/api/trpc.ts'
import { clusters } from './clusters.ts'
import { funnel } from './funnel.ts'
import { health } from './health.ts'
import { participants } from './participants.ts'
import { quest } from './quest.ts'
import { quests } from './quests.ts'
import { reasons } from './reasons.ts'
import { revocable } from './revocable.ts'
import { revocations } from './revocations.ts'
import { revoke } from './revoke.ts'
import { sources } from './sources.ts'
import { week } from './week.ts'

export const studioInsightsRouter = router({
  ...{ week, quests, quest, funnel, sources, reasons, health },
  ...{ participants, clusters, revocable, revoke, revocations },
})
