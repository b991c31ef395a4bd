import { router } from '#server/api/trpc.ts'
import { list } from './list.ts'
import { people } from './people.ts'

export const auditRouter = router({ list, people })
