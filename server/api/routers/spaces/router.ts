import { router } from '#server/api/trpc.ts'
import { bySlug } from './bySlug.ts'
import { lists } from './lists.ts'
import { removeSecret, secrets, setSecret } from './secrets.ts'

export const spacesRouter = router({ bySlug, lists, secrets, setSecret, removeSecret })
