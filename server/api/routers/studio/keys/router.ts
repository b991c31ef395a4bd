import { router } from '#server/api/trpc.ts'
import { list } from './list.ts'
import { make } from './make.ts'
import { revoke } from './revoke.ts'

export const studioKeysRouter = router({ list, make, revoke })
