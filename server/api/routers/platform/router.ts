import { router } from '#server/api/trpc.ts'
import { ailingQuests } from './ailingQuests.ts'
import { caseById } from './caseById.ts'
import { delist, relist } from './delist.ts'
import { endFeature, feature, features, orderFeatures } from './features.ts'
import { log } from './log.ts'
import { me } from './me.ts'
import { queue } from './queue.ts'
import { report } from './report.ts'
import { resolve } from './resolve.ts'
import { spaces } from './spaces.ts'
import { take } from './take.ts'

/** What those do who look after the site; `report` is for every member. */
export const platformRouter = router({
  me,
  report,
  queue,
  case: caseById,
  take,
  resolve,
  delist,
  relist,
  features,
  feature,
  endFeature,
  orderFeatures,
  spaces,
  ailingQuests,
  log,
})
