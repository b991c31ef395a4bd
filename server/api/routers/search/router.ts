import { router } from '#server/api/trpc.ts'
import { everything } from './everything.ts'

export const searchRouter = router({ everything })
