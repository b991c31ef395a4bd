import { router } from '#server/api/trpc.ts'
import { fund } from './fund.ts'

export const faucetRouter = router({ fund })
