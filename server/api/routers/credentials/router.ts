import { router } from '#server/api/trpc.ts'
import { exportDocument } from './export.ts'

export const credentialsRouter = router({ export: exportDocument })
