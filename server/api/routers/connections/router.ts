import { router } from '#server/api/trpc.ts'
import { disconnect } from './disconnect.ts'
import { list } from './list.ts'
import { start } from './start.ts'

export const connectionsRouter = router({ list, start, disconnect })
