import { router } from '#server/api/trpc.ts'
import { answer } from './answer.ts'
import { mine } from './mine.ts'

export const invitationsRouter = router({ mine, answer })
