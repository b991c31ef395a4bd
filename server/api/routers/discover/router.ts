import { router } from '#server/api/trpc.ts'
import { collection } from './collection.ts'
import { home } from './home.ts'
import { season } from './season.ts'

export const discoverRouter = router({ home, collection, season })
