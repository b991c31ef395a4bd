import { router } from '#server/api/trpc.ts'
import { studioInsightsRouter } from './insights/router.ts'
import { studioQuestsRouter } from './quests/router.ts'
import { studioRulesRouter } from './rules/router.ts'
import { studioSpacesRouter } from './spaces/router.ts'

export const studioRouter = router({
  insights: studioInsightsRouter,
  quests: studioQuestsRouter,
  rules: studioRulesRouter,
  spaces: studioSpacesRouter,
})
