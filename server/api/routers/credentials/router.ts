import { router } from '#server/api/trpc.ts'
import { evidence } from './evidence.ts'
import { exportDocument } from './export.ts'

export const credentialsRouter = router({ export: exportDocument, evidence })
