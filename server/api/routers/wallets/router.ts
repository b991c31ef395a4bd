import { router } from '#server/api/trpc.ts'
import { challenge } from './challenge.ts'
import { link } from './link.ts'

export const walletsRouter = router({ challenge, link })
