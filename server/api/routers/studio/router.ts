import { router } from '#server/api/trpc.ts'
import { studioSpacesRouter } from './spaces/router.ts'

export const studioRouter = router({ spaces: studioSpacesRouter })
