import { router } from '#server/api/trpc.ts'
import { evidence } from './evidence.ts'
import { exportDocument } from './export.ts'
import { hide } from './hide.ts'
import { timeline } from './timeline.ts'

export const credentialsRouter = router({ export: exportDocument, evidence, timeline, hide })
