import { router } from '#server/api/trpc.ts'
import { kinds } from './kinds.ts'
import { read } from './read.ts'

export const studioRulesRouter = router({ kinds, read })
