import { router } from '#server/api/trpc.ts'
import { byHandle } from './byHandle.ts'
import { updateHandle } from './updateHandle.ts'

export const peopleRouter = router({ byHandle, updateHandle })
