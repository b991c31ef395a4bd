import { router } from '#server/api/trpc.ts'
import { batch } from './batch.ts'
import { batches } from './batches.ts'
import { credential } from './credential.ts'
import { stats } from './stats.ts'

export const explorerRouter = router({ batches, batch, credential, stats })
