import { router } from '#server/api/trpc.ts'
import { list } from './list.ts'
import { me } from './me.ts'
import { revoke } from './revoke.ts'
import { revokeAll } from './revokeAll.ts'
import { revokeOthers } from './revokeOthers.ts'

export const sessionRouter = router({ me, list, revoke, revokeAll, revokeOthers })
