import { router } from '#server/api/trpc.ts'
import { appeal } from './appeal.ts'
import { list } from './list.ts'

export const stopsRouter = router({ list, appeal })
