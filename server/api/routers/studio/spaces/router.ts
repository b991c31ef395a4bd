import { router } from '#server/api/trpc.ts'
import { bySlug } from './bySlug.ts'
import { list } from './list.ts'
import { make } from './make.ts'

export const studioSpacesRouter = router({ bySlug, list, make })
