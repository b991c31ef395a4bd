import { router } from '#server/api/trpc.ts'
import { change } from './change.ts'
import { claimDomain, proveDomain, removeDomain } from './domain.ts'
import { read } from './read.ts'

export const settingsRouter = router({ read, change, claimDomain, proveDomain, removeDomain })
