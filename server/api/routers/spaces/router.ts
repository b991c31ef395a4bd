import { router } from '#server/api/trpc.ts'
import { lists } from './lists.ts'
import { removeSecret, secrets, setSecret } from './secrets.ts'

export const spacesRouter = router({ lists, secrets, setSecret, removeSecret })
