import { router } from '#server/api/trpc.ts'
import { auditRouter } from './audit/router.ts'
import { studioContractsRouter } from './contracts/router.ts'
import { fundsRouter } from './funds/router.ts'
import { studioInsightsRouter } from './insights/router.ts'
import { invitationsRouter } from './invitations/router.ts'
import { studioKeysRouter } from './keys/router.ts'
import { studioListsRouter } from './lists/router.ts'
import { studioQuestsRouter } from './quests/router.ts'
import { studioRulesRouter } from './rules/router.ts'
import { settingsRouter } from './settings/router.ts'
import { studioSignerRouter } from './signer/router.ts'
import { studioSpacesRouter } from './spaces/router.ts'
import { stopsRouter } from './stops/router.ts'
import { teamRouter } from './team/router.ts'
import { studioWebhooksRouter } from './webhooks/router.ts'

export const studioRouter = router({
  insights: studioInsightsRouter,
  quests: studioQuestsRouter,
  rules: studioRulesRouter,
  spaces: studioSpacesRouter,
  team: teamRouter,
  invitations: invitationsRouter,
  settings: settingsRouter,
  stops: stopsRouter,
  audit: auditRouter,
  contracts: studioContractsRouter,
  lists: studioListsRouter,
  webhooks: studioWebhooksRouter,
  keys: studioKeysRouter,
  funds: fundsRouter,
  signer: studioSignerRouter,
})
