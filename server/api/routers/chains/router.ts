import { router } from '#server/api/trpc.ts'
import { health } from './health.ts'

export const chainsRouter = router({ health })
