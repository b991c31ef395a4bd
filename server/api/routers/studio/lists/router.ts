import { router } from '#server/api/trpc.ts'
import { remove } from './remove.ts'

/** What is there is read by `spaces.lists`; a file is more than a call may carry, so it is sent by POST to `/api/lists`. */
export const studioListsRouter = router({ remove })
